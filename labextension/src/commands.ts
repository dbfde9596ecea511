// The commands. Buttons, palette and shortcuts all go through them.

import { Dialog, showDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { areyoujIcon } from './icon';
import type { Crew } from './manager';
import * as rest from './restapi';

export const Command = {
  openPanel: 'areyouj:open-panel',
  start: 'areyouj:start',
  openTerminal: 'areyouj:open-terminal',
  send: 'areyouj:send',
  answer: 'areyouj:answer',
  interrupt: 'areyouj:interrupt',
  stop: 'areyouj:stop',
  restart: 'areyouj:restart',
  dismiss: 'areyouj:dismiss',
  markSeen: 'areyouj:mark-seen',
  deleteAgent: 'areyouj:delete-agent'
} as const;

type Arguments = ReadonlyPartialJSONObject;

/** What the commands need from the application. */
export interface Surroundings {
  crew: Crew;
  trans: TranslationBundle;
  showPanel(): void;
  /** Show the form that starts an agent. */
  askForm(): void;
  openTerminal(id: string): Promise<unknown>;
}

/** Add all commands to the registry. */
export function addCommands(commands: CommandRegistry, around: Surroundings): void {
  addPanelCommands(commands, around);
  addQueueCommands(commands, around);
  addProcessCommands(commands, around);
}

function addPanelCommands(commands: CommandRegistry, around: Surroundings): void {
  const { crew, trans, showPanel, askForm, openTerminal } = around;
  commands.addCommand(Command.openPanel, {
    label: trans.__('Show Agents'),
    caption: trans.__('Show the agents and what they are doing'),
    icon: areyoujIcon,
    describedBy: takes([]),
    execute: () => showPanel()
  });
  commands.addCommand(Command.start, {
    label: trans.__('Start Agent…'),
    iconLabel: trans.__('Start'),
    caption: trans.__('Start an agent; without arguments the form for it is shown'),
    icon: areyoujIcon,
    describedBy: takes(['agent', 'spec', 'project_path', 'name', 'permission_mode'], 0),
    execute: async args => {
      if (args.spec || args.agent) {
        return start(crew, args);
      }
      showPanel();
      return askForm();
    }
  });
  commands.addCommand(Command.openTerminal, {
    label: trans.__('Open Terminal'),
    iconLabel: trans.__('Terminal'),
    caption: trans.__('Open the terminal of a session'),
    describedBy: takes(['session']),
    execute: args => openTerminal(String(args.session))
  });
}

function addQueueCommands(commands: CommandRegistry, { crew, trans }: Surroundings): void {
  const { settings } = crew;
  commands.addCommand(Command.send, {
    label: trans.__('Send Message'),
    caption: trans.__('Put a message into the queue of a session'),
    describedBy: takes(['session', 'content', 'key'], 2),
    execute: args => {
      const idempotency_key = args.key ? String(args.key) : null;
      return rest.sendMessage(settings, String(args.session), { content: String(args.content), idempotency_key });
    }
  });
  commands.addCommand(Command.answer, {
    label: trans.__('Answer'),
    caption: trans.__('Answer the open prompt of a session with one of its choices'),
    describedBy: takes(['session', 'prompt', 'choice']),
    execute: args => {
      const body = { prompt_id: String(args.prompt), choice: String(args.choice) };
      return rest.answerPrompt(settings, String(args.session), body);
    }
  });
  commands.addCommand(Command.markSeen, {
    label: trans.__('Mark as Seen'),
    caption: trans.__('Note that a person has seen what a session did'),
    describedBy: takes(['session']),
    execute: args => rest.markSeen(settings, String(args.session))
  });
}

function addProcessCommands(commands: CommandRegistry, { crew, trans }: Surroundings): void {
  const { settings } = crew;
  const add = (id: string, label: string, caption: string, run: (session: string) => Promise<unknown>) =>
    commands.addCommand(id, {
      label,
      iconLabel: label,
      caption,
      describedBy: takes(['session']),
      execute: args => run(String(args.session))
    });
  add(Command.interrupt, trans.__('Interrupt'), trans.__('End the turn at work; the agent stays'), id =>
    rest.interruptSession(settings, id)
  );
  add(Command.restart, trans.__('Restart'), trans.__('Start the process of a session again'), id =>
    rest.restartSession(settings, id)
  );
  add(Command.dismiss, trans.__('Dismiss'), trans.__('Take an exited session from the list'), id =>
    rest.deleteSession(settings, id)
  );
  add(Command.stop, trans.__('Stop'), trans.__('End the process of a session'), async id => {
    const name = crew.session(id)?.agent ?? id;
    const body = trans.__(
      'What it is doing now is lost; its messages are kept. Its next start begins a new conversation.'
    );
    return (await agreed(trans.__('Stop %1?', name), body, trans.__('Stop'))) && rest.deleteSession(settings, id);
  });
  commands.addCommand(Command.deleteAgent, {
    label: trans.__('Delete Agent'),
    iconLabel: trans.__('Delete'),
    caption: trans.__('Delete an agent with its settings and messages'),
    describedBy: takes(['agent']),
    execute: async args => {
      const id = String(args.agent);
      const name = crew.agents.find(agent => agent.id === id)?.name ?? id;
      const body = trans.__('Its settings and all of its messages are deleted. Its project folder is not touched.');
      return (await agreed(trans.__('Delete %1?', name), body, trans.__('Delete'))) && rest.deleteAgent(settings, id);
    }
  });
}

/** Start an agent by name or id, or by spec and folder, which with a name is first kept as an agent. */
async function start({ settings }: Crew, args: Arguments): Promise<unknown> {
  const permission_mode = args.permission_mode ? String(args.permission_mode) : undefined;
  const spec = String(args.spec);
  const project_path = String(args.project_path ?? '');
  if (args.agent) {
    return rest.createSession(settings, { agent: String(args.agent), permission_mode });
  }
  if (!args.name) {
    return rest.createSession(settings, { spec, project_path, permission_mode });
  }
  const agent = await rest.createAgent(settings, {
    name: String(args.name),
    spec,
    project_path,
    settings: { permission_mode: permission_mode ?? null }
  });
  return rest.createSession(settings, { agent: agent.name });
}

async function agreed(title: string, body: string, label: string): Promise<boolean> {
  const buttons = [Dialog.cancelButton(), Dialog.warnButton({ label })];
  return (await showDialog({ title, body, buttons })).button.accept;
}

/** The description of a command's arguments, all of them text; needed: how many, from the first on, must be there. */
function takes(names: string[], needed = names.length) {
  const properties = Object.fromEntries(names.map(name => [name, { type: 'string' }]));
  return { args: { type: 'object', properties, required: names.slice(0, needed) } };
}
