// What the browser knows of the sessions and agents: the only state, fed by the events alone.

import type {
  AgentModel,
  Event,
  MessageModel,
  Notification,
  Owner,
  QueueModel,
  Removed,
  SessionModel,
  Snapshot,
  TaskModel
} from './api.gen';
import { Reconnection } from './reconnection';
import type { Server } from './server';
import { Emitter, Signal } from './signal';

/** How the connection to the events is: not yet open, open, or gone and tried again. */
export type Connection = 'connecting' | 'open' | 'lost';

/** What a session was, if it was known, and what it is now. */
export interface Move {
  before: SessionModel | undefined;
  after: SessionModel;
}

/** The sessions and agents as last published. Owned by the front end, and owns its server. */
export class Crew<Asked extends Server = Server> {
  constructor(readonly server: Asked) {
    this._line = new Reconnection(() => this._hold());
  }

  /** Something below has changed. */
  get changed(): Signal {
    return this._changed;
  }

  /** A session has a new status; not emitted for a snapshot. */
  get moved(): Signal<Move> {
    return this._moved;
  }

  /** The server has something to say to a person. */
  get notified(): Signal<Notification> {
    return this._notified;
  }

  /** A snapshot has come: what was missed before is not told by events. */
  get refreshed(): Signal {
    return this._refreshed;
  }

  /** The queue of a session has changed. */
  get queued(): Signal<QueueModel> {
    return this._queued;
  }

  /** A message is new or has changed. */
  get said(): Signal<MessageModel> {
    return this._said;
  }

  /** A task is new, has changed or is gone. */
  get tasked(): Signal<TaskModel | Removed> {
    return this._tasked;
  }

  get connection(): Connection {
    return this._connection;
  }

  /** Live sessions and those that have exited but were not dismissed, in no order. */
  get sessions(): SessionModel[] {
    return [...this._sessions.values()];
  }

  /** Agents by name, also those that do not run. */
  get agents(): AgentModel[] {
    return [...this._agents.values()].sort((left, right) => left.name.localeCompare(right.name));
  }

  /** The server that runs the sessions, where it is another one. */
  get owner(): Owner | null {
    return this._owner;
  }

  /** Agents without a session, by name. */
  get stopped(): AgentModel[] {
    const here = new Set(this.sessions.map(session => session.agent_id));
    return this.agents.filter(agent => !here.has(agent.id));
  }

  session(id: string): SessionModel | undefined {
    return this._sessions.get(id);
  }

  dispose(): void {
    this._line.dispose();
    this.server.dispose();
  }

  /** Hold one connection; resolves at its end to whether it was open. */
  private async _hold(): Promise<boolean> {
    await this.server.follow(event => this._on(event));
    const wasOpen = this._connection === 'open';
    if (!this._line.isDisposed) {
      this._change(() => (this._connection = 'lost'));
    }
    return wasOpen;
  }

  private _on(event: Event): void {
    if (this._line.isDisposed) {
      return;
    }
    switch (event.type.split(':').pop()) {
      case 'snapshot':
        this._change(() => this._replace(event.data as Snapshot));
        return this._refreshed.emit();
      case 'agent-changed':
        return this._change(() => put(this._agents, event.data as AgentModel | Removed));
      case 'status-changed':
        return this._move(event.data as SessionModel | Removed);
      case 'notification':
        return this._notified.emit(event.data as Notification);
      case 'queue-changed':
        return this._queued.emit(event.data as QueueModel);
      case 'message':
        return this._said.emit(event.data as MessageModel);
      case 'task-changed':
        return this._tasked.emit(event.data as TaskModel | Removed);
    }
  }

  private _replace(snapshot: Snapshot): void {
    this._connection = 'open';
    this._owner = snapshot.owner;
    this._sessions = new Map(snapshot.sessions.map(session => [session.id, session]));
    this._agents = new Map(snapshot.agents.map(agent => [agent.id, agent]));
  }

  private _move(after: SessionModel | Removed): void {
    const before = this._sessions.get(after.id);
    this._change(() => put(this._sessions, after));
    if (!('removed' in after)) {
      this._moved.emit({ before, after });
    }
  }

  private _change(apply: () => void): void {
    apply();
    this._changed.emit();
  }

  private _agents = new Map<string, AgentModel>();
  private _changed = new Emitter();
  private _connection: Connection = 'connecting';
  private _line: Reconnection;
  private _moved = new Emitter<Move>();
  private _owner: Owner | null = null;
  private _notified = new Emitter<Notification>();
  private _queued = new Emitter<QueueModel>();
  private _refreshed = new Emitter();
  private _said = new Emitter<MessageModel>();
  private _sessions = new Map<string, SessionModel>();
  private _tasked = new Emitter<TaskModel | Removed>();
}

/** Keep a model under its id, or forget it. */
export function put<Model extends { id: string }>(models: Map<string, Model>, model: Model | Removed): void {
  if ('removed' in model) {
    models.delete(model.id);
  } else {
    models.set(model.id, model);
  }
}
