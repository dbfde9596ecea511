// The commands that hand something from a notebook or an editor to an agent, and code back to a notebook.

import type { CommandRegistry } from '@lumino/commands';
import { UUID } from '@lumino/coreutils';

import type { SessionModel } from '../../core/api.gen';
import { Selection, messageText } from '../lab/selection';
import { Command, takes } from '../ui/command';
import { told } from '../ui/dialogs';
import { FormDialog } from '../ui/formdialog';
import type { CommandDeps } from './commanddeps';
import { Handover, HandoverForm } from './handoverform';

interface Act {
  id: string;
  label: string;
  caption: string;
  /** menu: whether it is about what a menu was opened on. */
  find(menu: boolean): Selection | undefined;
  /** What to tell where there is nothing. */
  nothing: string;
}

export function addHandoverCommands(commands: CommandRegistry, deps: CommandDeps): void {
  for (const act of acts(deps)) {
    commands.addCommand(act.id, {
      label: act.label,
      caption: act.caption,
      describedBy: takes(['menu'], 0),
      isVisible: args => !args.menu || act.find(true) !== undefined, // a menu has it only where it can be done
      execute: args => told(hand(commands, deps, act, Boolean(args.menu)))
    });
  }
  const { trans, context } = deps;
  commands.addCommand(Command.insertCode, {
    label: trans.__('Insert Code'),
    caption: trans.__('Insert code into a new cell of the notebook'),
    describedBy: takes(['text']),
    execute: args => told(Promise.resolve(String(args.text)).then(text => context.insert(text)))
  });
}

function acts({ trans, context }: CommandDeps): Act[] {
  return [
    {
      id: Command.sendSelection,
      label: trans.__('Send to Agent…'),
      caption: trans.__('Send the selected text or cells to an agent'),
      find: menu => context.selection(menu),
      nothing: trans.__('Select a cell or some text first.')
    },
    {
      id: Command.sendError,
      label: trans.__('Send Error to Agent…'),
      caption: trans.__('Send a cell and its error to an agent'),
      find: menu => context.failure(menu),
      nothing: trans.__('Choose a cell that ended with an error first.')
    }
  ];
}

/** Ask to whom, and send it. Rejects if there is nothing to send, or nobody to take it. */
async function hand(commands: CommandRegistry, { crew, trans }: CommandDeps, act: Act, menu: boolean): Promise<void> {
  const found = act.find(menu);
  const sessions = crew.sessions.filter(({ status }) => status.state !== 'exited').sort(likeliest);
  if (!found || sessions.length === 0) {
    throw new Error(found ? trans.__('No agent is running. Start one first.') : act.nothing);
  }
  const form = new HandoverForm(trans, sessions, messageText(found, trans));
  const key = UUID.uuid4();
  const submit = (values: Handover) => commands.execute(Command.send, { ...values, key });
  await new FormDialog(trans.__('Send to agent'), trans.__('Send'), form, submit, trans).launch();
}

/** The active one first, then who was last at work. */
function likeliest(left: SessionModel, right: SessionModel): number {
  return Number(right.active) - Number(left.active) || right.last_activity_at - left.last_activity_at;
}
