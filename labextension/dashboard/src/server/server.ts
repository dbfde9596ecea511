// What the dashboard asks of whoever answers for the agents.

import type { Server as Core } from '../../../core/server';

export interface Server extends Core {
  /** Whether the page asks the server itself. */
  readonly direct: boolean;
  /** A connection to a session's terminal, as its bytes; undefined where there can be none. */
  terminal(id: string): WebSocket | undefined;
}
