// What the plugins of AreYouJ give to each other; `IAreYouJ` is for other extensions too.

import { Token } from '@lumino/coreutils';

import type { SessionModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import type { SentMessages } from '../queue/sentmessages';
import type { Tools } from '../ui/action';
import type { LabServer } from './labserver';
import type { Preferences } from './preferences';
import type { Settings } from './settings';

/** The name of the plugin that has the settings. */
export const PLUGIN = 'areyouj-jupyter:plugin';

/** What all parts share. */
export interface IAreYouJ {
  /** The agents and their sessions. */
  crew: Crew<LabServer>;
  tools: Tools;
  preferences: Preferences;
  sent: SentMessages;
  settings: Promise<Settings>;
}

export const IAreYouJ = new Token<IAreYouJ>('areyouj-jupyter:IAreYouJ', 'The agents and their sessions, live.');

/** The side panel. */
export interface IAgentPanel {
  show(): void;
  showTask(id: string): void;
}

export const IAgentPanel = new Token<IAgentPanel>('areyouj-jupyter:IAgentPanel');

/** Tabs with the terminals of sessions. */
export interface IAgentTerminals {
  /** Rejects if there is no such session or it has exited. */
  open(id: string): Promise<unknown>;
  /** Whether a person has the tab of a session before them. */
  shows(id: string): boolean;
}

export const IAgentTerminals = new Token<IAgentTerminals>('areyouj-jupyter:IAgentTerminals');

/** Tabs of another kind, each about one session. */
export interface ISessionTabs {
  open(session: SessionModel): void;
  /** Whether a person has the tab of a session before them. */
  shows(id: string): boolean;
}

export const IConversations = new Token<ISessionTabs>('areyouj-jupyter:IConversations');

export const ISessionLogs = new Token<ISessionTabs>('areyouj-jupyter:ISessionLogs');
