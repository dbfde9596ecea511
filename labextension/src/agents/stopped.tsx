// The agents that have no session in the list.

import React from 'react';

import type { AgentModel } from '../../core/api.gen';
import { CommandButton, ErrorLine, Tools, useRun } from '../ui/action';
import { Command } from '../ui/command';
import { MenuButton } from '../ui/menubutton';
import { Section } from '../ui/section';

const MENU = [Command.startNew, Command.editAgent, Command.duplicateAgent, Command.deleteAgent];

interface Props {
  tools: Tools;
  agents: AgentModel[];
  /** Whether another server runs them: whether they run is not known here, and nothing can be done with them. */
  elsewhere: boolean;
}

export function StoppedAgents({ tools, agents, elsewhere }: Props): JSX.Element | null {
  const { trans } = tools;
  const title = elsewhere ? trans.__('Agents') : trans.__('Not running');
  const [run, error] = useRun(tools);
  if (agents.length === 0) {
    return null;
  }
  return (
    <Section title={title} count={agents.length} folded className="jp-AreYouJ-stopped">
      <ul>
        {agents.map(({ id, name, spec, project_path }) => (
          <li key={id} title={`${name} · ${project_path}`}>
            <span className="jp-AreYouJ-name">{name}</span>
            <span className="jp-AreYouJ-facts">{spec}</span>
            {!elsewhere && (
              <>
                <CommandButton tools={tools} run={run} command={Command.start} args={{ agent: id }} about={name} />
                <MenuButton tools={tools} about={name} entries={() => MENU.map(command => [command, { agent: id }])} />
              </>
            )}
          </li>
        ))}
      </ul>
      <ErrorLine text={error} />
    </Section>
  );
}
