// The agents that have no session in the list.

import React from 'react';

import type { AgentModel } from '../core/api.gen';
import { CommandButton, ErrorLine, Tools, useRun } from './action';
import { Command } from './command';
import { MenuButton } from './menubutton';
import { Section } from './section';

const MENU = [Command.editAgent, Command.duplicateAgent, Command.deleteAgent];

export function StoppedAgents({ tools, agents }: { tools: Tools; agents: AgentModel[] }): JSX.Element | null {
  const [run, error] = useRun(tools);
  if (agents.length === 0) {
    return null;
  }
  return (
    <Section title={tools.trans.__('Not running')} count={agents.length} folded className="jp-AreYouJ-stopped">
      <ul>
        {agents.map(({ id, name, spec, project_path }) => (
          <li key={id} title={`${name} · ${project_path}`}>
            <span className="jp-AreYouJ-name">{name}</span>
            <span className="jp-AreYouJ-facts">{spec}</span>
            <CommandButton tools={tools} run={run} command={Command.start} args={{ agent: id }} about={name} />
            <MenuButton tools={tools} about={name} entries={() => MENU.map(command => [command, { agent: id }])} />
          </li>
        ))}
      </ul>
      <ErrorLine text={error} />
    </Section>
  );
}
