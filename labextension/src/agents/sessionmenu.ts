// What the menu of a session offers.

import type { SessionModel } from '../../core/api.gen';
import { Command } from '../ui/command';
import type { Entry } from '../ui/menu';

/** Commands that do not fit its state hide themselves. */
export function sessionMenu({ id, agent_id }: SessionModel): Entry[] {
  const session = { session: id };
  const agent = { agent: agent_id };
  return [
    [Command.openTerminal, session],
    [Command.openMessages, session],
    [Command.openLog, session],
    [Command.markSeen, session],
    '-',
    [Command.interrupt, session],
    [Command.pauseQueue, session],
    [Command.resumeQueue, session],
    [Command.clearQueue, session],
    [Command.clearInput, session],
    '-',
    [Command.restart, session],
    [Command.stop, session],
    [Command.dismiss, session],
    '-',
    [Command.editAgent, agent],
    [Command.duplicateAgent, agent],
    [Command.copyId, session],
    [Command.deleteAgent, agent]
  ];
}
