// The commands that make, start and delete agents.

import type { CommandRegistry } from '@lumino/commands';

import { refused } from '../../core/answer';
import type { AgentModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import * as rest from '../../core/restapi';
import { settingsOf, valuesFrom } from '../agents/agentvalues';
import { freeName } from '../agents/freename';
import { Arguments, Command, takes } from '../ui/command';
import { agreed, choose, told } from '../ui/dialogs';
import { areyoujIcon } from '../ui/icon';
import { specIcon } from '../ui/specicon';
import type { CommandDeps } from './commanddeps';

export function addAgentCommands(commands: CommandRegistry, deps: CommandDeps): void {
  const { crew, trans } = deps;
  commands.addCommand(Command.newAgent, {
    label: args => (args.title ? String(args.title) : args.here ? trans.__('New Agent Here…') : trans.__('New Agent…')),
    caption: trans.__('Start a new agent in a project folder'),
    icon: args => (args.spec ? specIcon(String(args.spec)) : areyoujIcon),
    describedBy: takes(['spec', 'project_path', 'title', 'here', 'cwd'], 0),
    execute: args => told(deps.newAgent(args))
  });
  commands.addCommand(Command.createAgent, {
    label: trans.__('Create and Start Agent'),
    caption: trans.__('Start a new agent by its spec and folder'),
    describedBy: takes(['spec', ...Object.keys(valuesFrom({})).filter(name => name !== 'spec')], 1),
    execute: args => startNew(crew, args)
  });
  for (const act of acts(deps)) {
    addAct(commands, deps, act);
  }
}

interface Act {
  id: string;
  label: string;
  /** Its label where the agent is named already. */
  short: string;
  caption: string;
  /** Whether it can be done with an agent. */
  fits(agent: AgentModel): boolean;
  run(agent: AgentModel): Promise<unknown>;
}

/** A command about one agent, by id or name. Without that, from the palette, it asks for which. */
function addAct(commands: CommandRegistry, { crew, trans }: CommandDeps, act: Act): void {
  const ask = async () => {
    const agent = await choose(act.label, crew.agents.filter(act.fits), ({ name }) => name, trans);
    return agent && act.run(agent);
  };
  const named = (wanted: string) => {
    const agent = crew.agents.find(({ id, name }) => id === wanted || name === wanted);
    return agent ? act.run(agent) : Promise.reject(new Error(trans.__("There is no agent named '%1'.", wanted)));
  };
  commands.addCommand(act.id, {
    label: args => (args.agent ? act.short : act.label),
    caption: act.caption,
    describedBy: takes(['agent'], 0),
    execute: args => (args.agent ? named(String(args.agent)) : told(ask()))
  });
}

function acts({ crew, trans, changeAgent }: CommandDeps): Act[] {
  const { server } = crew;
  const remove = async ({ id, name }: AgentModel) => {
    const body = trans.__('This deletes its settings and all of its messages. Its project folder is kept.');
    return (await agreed(trans.__('Delete %1?', name), body, trans.__('Delete'))) && rest.deleteAgent(server, id);
  };
  const stopped = ({ session_id }: AgentModel) => !session_id || !crew.session(session_id);
  return [
    {
      id: Command.start,
      label: trans.__('Start Agent…'),
      short: trans.__('Start'),
      caption: trans.__('Continue the conversation of a stopped agent'),
      fits: stopped,
      run: ({ name }) => rest.createSession(server, { agent: name })
    },
    {
      id: Command.startNew,
      label: trans.__('Start New Conversation…'),
      short: trans.__('New Conversation'),
      caption: trans.__('Begin a new conversation'),
      fits: stopped,
      run: ({ name }) => rest.createSession(server, { agent: name, new: true })
    },
    {
      id: Command.editAgent,
      label: trans.__('Agent Settings…'),
      short: trans.__('Settings…'),
      caption: trans.__('Change the name, folder and settings of an agent'),
      fits: () => true,
      run: changeAgent
    },
    {
      id: Command.duplicateAgent,
      label: trans.__('Duplicate Agent…'),
      short: trans.__('Duplicate'),
      caption: trans.__('Start another agent with the same spec, folder and settings'),
      fits: () => true,
      run: agent => duplicate(crew, agent)
    },
    {
      id: Command.deleteAgent,
      label: trans.__('Delete Agent…'),
      short: trans.__('Delete'),
      caption: trans.__('Delete an agent, its settings and its messages'),
      fits: () => true,
      run: remove
    }
  ];
}

/** Start a new agent; unless the server refuses to start it, it is kept. */
async function startNew({ server, agents }: Crew, args: Arguments): Promise<unknown> {
  const values = valuesFrom(args);
  const { spec, project_path, description } = values;
  const name = values.name || freeName(spec, agents);
  const body = { name, spec, project_path, description, settings: settingsOf(values) };
  const agent = await rest.createAgent(server, body);
  try {
    return await rest.createSession(server, { agent: agent.name });
  } catch (error) {
    if (refused(error)) {
      await rest.deleteAgent(server, agent.id);
    }
    throw error;
  }
}

/** Another agent like this one, under the next free name. */
async function duplicate(crew: Crew, agent: AgentModel): Promise<unknown> {
  const { spec, project_path, description, settings } = agent;
  const name = freeName(agent.name.replace(/-\d+$/, ''), crew.agents, 2);
  const twin = await rest.createAgent(crew.server, { name, spec, project_path, description, settings });
  return rest.createSession(crew.server, { agent: twin.name });
}
