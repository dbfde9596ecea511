// The agents that have no session in the list.

import React from 'react';

import { CommandButton, ErrorLine, Tools, useRun } from './action';
import type { AgentModel, SessionModel } from '../core/api.gen';
import { Command } from './command';
import { MenuButton } from './menubutton';
import { Section } from './section';

export function StoppedAgents(props: {
  tools: Tools;
  agents: AgentModel[];
  sessions: SessionModel[];
}): JSX.Element | null {
  const { tools, agents, sessions } = props;
  const [run, error] = useRun(tools);
  const listed = new Set(sessions.map(session => session.agent_id));
  const stopped = agents.filter(agent => !listed.has(agent.id));
  if (stopped.length === 0) {
    return null;
  }
  return (
    <Section title={tools.trans.__('Not running')} count={stopped.length} folded className="jp-AreYouJ-stopped">
      <ul>
        {stopped.map(({ id, name, spec, project_path }) => (
          <li key={id} title={project_path}>
            <span className="jp-AreYouJ-name">{name}</span>
            <span className="jp-AreYouJ-facts">{spec}</span>
            <CommandButton tools={tools} run={run} command={Command.start} args={{ agent: id }} about={name} />
            <MenuButton
              tools={tools}
              about={name}
              entries={[Command.editAgent, Command.duplicateAgent, Command.deleteAgent].map(command => [
                command,
                { agent: id }
              ])}
            />
          </li>
        ))}
      </ul>
      <ErrorLine text={error} />
    </Section>
  );
}
