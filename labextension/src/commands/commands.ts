// The commands. Buttons, menus, palette and shortcuts all go through them.

import type { CommandRegistry } from '@lumino/commands';

import { Command, takes } from '../ui/command';
import { areyoujIcon } from '../ui/icon';
import { addAgentCommands } from './agentcommands';
import type { CommandDeps } from './commanddeps';
import { addHandoverCommands } from './handovercommands';
import { addMessageCommands } from './messagecommands';
import { addSessionCommands } from './sessioncommands';
import { addTaskCommands } from './taskcommands';

/** Add all commands to the registry. */
export function addCommands(commands: CommandRegistry, deps: CommandDeps): void {
  const { trans, showPanel } = deps;
  commands.addCommand(Command.openPanel, {
    label: trans.__('Show Agents'),
    caption: trans.__('Show the agents and what they are doing'),
    icon: areyoujIcon,
    describedBy: takes([]),
    execute: () => showPanel()
  });
  addAgentCommands(commands, deps);
  addSessionCommands(commands, deps);
  addMessageCommands(commands, deps);
  addHandoverCommands(commands, deps);
  addTaskCommands(commands, deps);
}

/** What the palette offers: what needs no argument, or asks for it. */
export const PALETTE: readonly string[] = [
  Command.openPanel,
  Command.newAgent,
  Command.start,
  Command.startNew,
  Command.openTerminal,
  Command.openMessages,
  Command.openLog,
  Command.sendSelection,
  Command.sendError,
  Command.interrupt,
  Command.restart,
  Command.stop,
  Command.dismiss,
  Command.markSeen,
  Command.pauseQueue,
  Command.resumeQueue,
  Command.clearQueue,
  Command.clearInput,
  Command.copyId,
  Command.editAgent,
  Command.duplicateAgent,
  Command.deleteAgent,
  Command.newTask,
  Command.nextTask
];
