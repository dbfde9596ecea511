// The commands that make, start and delete agents.

import type { CommandRegistry } from '@lumino/commands';

import type { AgentModel } from './api.gen';
import { Arguments, Command, takes } from './command';
import type { Surroundings } from './commands';
import { agreed, choose } from './dialogs';
import { areyoujIcon } from './icon';
import type { Crew } from './manager';
import * as rest from './restapi';

export function addAgentCommands(commands: CommandRegistry, around: Surroundings): void {
  const { crew, trans } = around;
  const named = (args: Arguments) => crew.agents.find(({ id, name }) => [id, name].includes(String(args.agent)));
  const agent = async (args: Arguments, title: string): Promise<AgentModel | undefined> =>
    args.agent ? named(args) : choose(title, crew.agents, ({ name }) => name, trans);
  commands.addCommand(Command.newAgent, {
    label: args => (args.menu ? trans.__('New Agent Here…') : trans.__('New Agent…')),
    caption: trans.__('Start an agent on a project folder'),
    icon: areyoujIcon,
    describedBy: takes(['spec', 'project_path'], 0),
    execute: args => around.newAgent(args)
  });
  commands.addCommand(Command.start, {
    label: args => (args.agent ? trans.__('Start') : trans.__('Start Agent…')),
    caption: trans.__('Start an agent that does not run, or a new one by its spec and folder'),
    describedBy: takes(['agent', 'spec', 'project_path', 'name', 'permission_mode', 'arguments', 'auto_start'], 0),
    execute: async args => {
      if (args.spec) {
        return startNew(crew, args);
      }
      const idle = crew.agents.filter(({ session_id }) => !session_id || !crew.session(session_id));
      const name = args.agent ?? (await choose(trans.__('Start Agent'), idle, one => one.name, trans))?.name;
      return name && rest.createSession(crew.settings, { agent: String(name) });
    }
  });
  commands.addCommand(Command.duplicateAgent, {
    label: args => (args.agent ? trans.__('Duplicate') : trans.__('Duplicate Agent…')),
    caption: trans.__('Start another agent with the same spec, folder and settings'),
    describedBy: takes(['agent'], 0),
    execute: async args => {
      const found = await agent(args, trans.__('Duplicate Agent'));
      return found && duplicate(crew, found);
    }
  });
  commands.addCommand(Command.deleteAgent, {
    label: args => (args.agent ? trans.__('Delete') : trans.__('Delete Agent…')),
    caption: trans.__('Delete an agent with its settings and messages'),
    describedBy: takes(['agent'], 0),
    execute: async args => {
      const found = await agent(args, trans.__('Delete Agent'));
      const body = trans.__('Its settings and all of its messages are deleted. Its project folder is not touched.');
      const sure = found && (await agreed(trans.__('Delete %1?', found.name), body, trans.__('Delete')));
      return sure && rest.deleteAgent(crew.settings, found.id);
    }
  });
}

/** Start a new agent; with a name it is kept, unless it cannot be started. arguments: one a line. */
async function startNew({ settings }: Crew, args: Arguments): Promise<unknown> {
  const text = (name: string) => String(args[name] ?? '');
  const [spec, project_path] = [text('spec'), text('project_path')];
  const permission_mode = text('permission_mode') || undefined;
  const words = text('arguments').split('\n').filter(Boolean);
  if (!text('name')) {
    return rest.createSession(settings, { spec, project_path, permission_mode, arguments: words });
  }
  const kept = { permission_mode: permission_mode ?? null, arguments: words, auto_start: Boolean(args.auto_start) };
  const agent = await rest.createAgent(settings, { name: text('name'), spec, project_path, settings: kept });
  try {
    return await rest.createSession(settings, { agent: agent.name });
  } catch (error) {
    await rest.deleteAgent(settings, agent.id);
    throw error;
  }
}

/** Another agent like this one, under the next free name. */
async function duplicate(crew: Crew, { name, spec, project_path, description, settings }: AgentModel): Promise<unknown> {
  const taken = new Set(crew.agents.map(agent => agent.name.toLowerCase()));
  const stem = name.replace(/-\d+$/, '');
  let number = 2;
  while (taken.has(`${stem}-${number}`.toLowerCase())) {
    number += 1;
  }
  const body = { name: `${stem}-${number}`, spec, project_path, description, settings };
  const twin = await rest.createAgent(crew.settings, body);
  return rest.createSession(crew.settings, { agent: twin.name });
}
