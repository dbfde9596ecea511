// The commands about one message, for buttons and for other extensions: they need their arguments.

import type { CommandRegistry } from '@lumino/commands';

import type { EditMessage } from '../../core/api.gen';
import * as rest from '../../core/restapi';
import { Arguments, Command, takes } from '../ui/command';
import type { CommandDeps } from './commanddeps';

export function addMessageCommands(commands: CommandRegistry, { crew, trans }: CommandDeps): void {
  const { server } = crew;
  const add = (id: string, label: string, more: string[], run: (s: string, m: string, args: Arguments) => unknown) =>
    commands.addCommand(id, {
      label,
      describedBy: takes(['session', 'message', ...more]),
      execute: args => run(String(args.session), String(args.message), args)
    });
  const edit = (session: string, message: string, change: EditMessage) =>
    rest.editMessage(server, session, message, change);
  add(Command.editMessage, trans.__('Edit message'), ['content'], (session, message, args) =>
    edit(session, message, { content: String(args.content) })
  );
  add(Command.moveMessage, trans.__('Move message'), ['position'], (session, message, args) =>
    edit(session, message, { position: Number(args.position) })
  );
  add(Command.cancelMessage, trans.__('Cancel'), [], (session, message) =>
    rest.cancelMessage(server, session, message)
  );
  add(Command.retryMessage, trans.__('Send again'), [], (session, message) =>
    rest.retryMessage(server, session, message)
  );
  commands.addCommand(Command.send, {
    label: trans.__('Send Message'),
    caption: trans.__('Send a message to an agent'),
    describedBy: takes(['session', 'content', 'key'], 2),
    execute: args => {
      const idempotency_key = args.key ? String(args.key) : null;
      return rest.sendMessage(server, String(args.session), { content: String(args.content), idempotency_key });
    }
  });
  commands.addCommand(Command.answer, {
    label: trans.__('Answer'),
    caption: trans.__('Answer an agent’s prompt with one of its choices, or with text'),
    describedBy: takes(['session', 'prompt', 'choice', 'text'], 2),
    execute: args => {
      const given = args.choice === undefined ? { text: String(args.text) } : { choice: String(args.choice) };
      return rest.answerPrompt(server, String(args.session), { prompt_id: String(args.prompt), ...given });
    }
  });
}
