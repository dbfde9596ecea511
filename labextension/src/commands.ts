// The commands. Buttons, menus, palette and shortcuts all go through them.

import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';

import type { AgentModel, SessionModel } from '../core/api.gen';
import type { Crew } from '../core/crew';
import { addAgentCommands } from './agentcommands';
import { Arguments, Command, takes } from './command';
import { addHandoverCommands } from './handovercommands';
import { areyoujIcon } from './icon';
import { addMessageCommands } from './messagecommands';
import { addSessionCommands } from './sessioncommands';
import type { Sources } from './sources';
import { addTaskCommands } from './taskcommands';

/** What the commands need from the application. */
export interface Surroundings {
  crew: Crew;
  trans: TranslationBundle;
  sources: Sources;
  showPanel(): void;
  /** Ask a person for a new agent; spec and project_path: what is filled in already. */
  newAgent(args: Arguments): Promise<void>;
  /** Ask a person for changes to an agent. */
  changeAgent(agent: AgentModel): Promise<void>;
  openTerminal(id: string): Promise<unknown>;
  /** Show a task in the panel. */
  showTask(id: string): void;
  openMessages(session: SessionModel): void;
  openLog(session: SessionModel): void;
}

/** Add all commands to the registry. */
export function addCommands(commands: CommandRegistry, around: Surroundings): void {
  const { trans, showPanel } = around;
  commands.addCommand(Command.openPanel, {
    label: trans.__('Show Agents'),
    caption: trans.__('Show the agents and what they are doing'),
    icon: areyoujIcon,
    describedBy: takes([]),
    execute: () => showPanel()
  });
  addAgentCommands(commands, around);
  addSessionCommands(commands, around);
  addMessageCommands(commands, around);
  addHandoverCommands(commands, around);
  addTaskCommands(commands, around);
}

/** What the palette offers: what needs no argument, or asks for it. */
export const PALETTE: readonly string[] = [
  Command.openPanel,
  Command.newAgent,
  Command.start,
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
