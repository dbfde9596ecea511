// The server that runs the agents, as the stores see it; each front end has its own way to it.

import type { Event } from './api.gen';

export type Query = Record<string, string>;

export interface Server {
  /** Rejects with an Error whose message is the server's one sentence. path: its parts below the interface's root. */
  request<Answer>(method: string, path: string[], body?: object, query?: Query): Promise<Answer>;
  /** Hold one connection to the events; resolves at its end. */
  follow(onEvent: (event: Event) => void): Promise<void>;
  /** End the connection that is held. */
  dispose(): void;
}
