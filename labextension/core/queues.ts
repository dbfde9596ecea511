// What the browser knows of the queues: as last published, fetched only where nothing was published yet.

import type { QueueModel, SessionModel } from './api.gen';
import type { Crew } from './crew';
import { fetchQueue } from './restapi';
import { Emitter, Signal } from './signal';

/** Owned by the front end. */
export class Queues {
  constructor(private _crew: Crew) {
    _crew.queued.connect(queue => this._put(queue));
    _crew.refreshed.connect(() => this._renew());
  }

  /** A queue has changed. */
  get changed(): Signal {
    return this._changed;
  }

  /** Undefined while it is not known; `want` it then. */
  queue(session: string): QueueModel | undefined {
    return this._queues.get(session);
  }

  /** Have the queue of a session fetched, unless it is known. */
  want(session: string): void {
    if (!this._queues.has(session) && !this._asked.has(session)) {
      this._asked.add(session);
      fetchQueue(this._crew.server, session)
        .then(queue => this._queues.has(session) || this._put(queue)) // what was published meanwhile is newer
        .catch(() => undefined) // it has ended, or the next snapshot asks again
        .finally(() => this._asked.delete(session));
    }
  }

  /** After a snapshot nothing old counts; what is shown of a queue before it is opened is asked for. */
  private _renew(): void {
    const known = [...this._queues.keys()];
    this._queues.clear();
    const sessions = this._crew.sessions;
    sessions.filter(session => known.includes(session.id) || works(session)).forEach(({ id }) => this.want(id));
  }

  private _put(queue: QueueModel): void {
    this._queues.set(queue.session_id, queue);
    this._changed.emit();
  }

  private _asked = new Set<string>();
  private _changed = new Emitter();
  private _queues = new Map<string, QueueModel>();
}

/** Whether there may be a message in its queue. */
function works({ pending, status }: SessionModel): boolean {
  return pending > 0 || ['busy', 'awaiting_input', 'rate_limited'].includes(status.state);
}
