// What the commands need from the application.

import type { TranslationBundle } from '@jupyterlab/translation';

import type { AgentModel, SessionModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import type { DocumentContext } from '../lab/context';
import type { Arguments } from '../ui/command';

export interface CommandDeps {
  crew: Crew;
  trans: TranslationBundle;
  context: DocumentContext;
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
