// What the browser knows of the sessions and agents: the only state, fed by the events socket alone.

import { URLExt } from '@jupyterlab/coreutils';
import type { ServerConnection } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { Poll } from '@lumino/polling';
import { ISignal, Signal } from '@lumino/signaling';

import type {
  AgentModel,
  Event,
  MessageModel,
  Notification,
  QueueModel,
  Removed,
  SessionModel,
  Snapshot,
  TaskModel
} from '../core/api.gen';
import { API } from './restapi';

/** How the events socket is: not yet open, open, or gone and tried again. */
export type Connection = 'connecting' | 'open' | 'lost';

/** What a session was, if it was known, and what it is now. */
export interface Move {
  before: SessionModel | undefined;
  after: SessionModel;
}

/** The sessions and agents as last published. Owned by the plugin. */
export class Crew implements IDisposable {
  constructor(readonly settings: ServerConnection.ISettings) {
    this._poll = new Poll({ factory: () => this._subscribe(), standby: 'never', name: 'areyouj:events' });
    window.addEventListener('online', this._again);
    document.addEventListener('visibilitychange', this._again);
  }

  /** Something below has changed. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** A session has a new status; not emitted for a snapshot. */
  get moved(): ISignal<this, Move> {
    return this._moved;
  }

  /** The server has something to say to a person. */
  get notified(): ISignal<this, Notification> {
    return this._notified;
  }

  /** A snapshot has come: what was missed before is not told by events. */
  get refreshed(): ISignal<this, void> {
    return this._refreshed;
  }

  /** The queue of a session has changed. */
  get queued(): ISignal<this, QueueModel> {
    return this._queued;
  }

  /** A message is new or has changed. */
  get said(): ISignal<this, MessageModel> {
    return this._said;
  }

  /** A task is new, has changed or is gone. */
  get tasked(): ISignal<this, TaskModel | Removed> {
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

  session(id: string): SessionModel | undefined {
    return this._sessions.get(id);
  }

  get isDisposed(): boolean {
    return this._poll.isDisposed;
  }

  dispose(): void {
    if (this.isDisposed) {
      return;
    }
    window.removeEventListener('online', this._again);
    document.removeEventListener('visibilitychange', this._again);
    this._poll.dispose();
    this._socket?.close();
    Signal.clearData(this);
  }

  /** Whoever comes back to the page, or to the network, need not wait for the next attempt. */
  private _again = () => {
    if (
      this._connection === 'lost' &&
      !document.hidden &&
      this._socket?.readyState === this.settings.WebSocket.CLOSED
    ) {
      void this._poll.refresh();
    }
  };

  /** Hold one connection: resolves at the end of one that was open, so that only vain attempts are spaced out. */
  private _subscribe(): Promise<void> {
    const { appendToken, token, WebSocket, wsUrl } = this.settings;
    const query = appendToken && token ? `?token=${encodeURIComponent(token)}` : '';
    const socket = new WebSocket(URLExt.join(wsUrl, API, 'events') + query);
    this._socket = socket;
    socket.onmessage = message => this._on(JSON.parse(message.data as string) as Event);
    return new Promise((resolve, reject) => {
      socket.onclose = () => {
        const open = this._connection === 'open';
        this._change(() => (this._connection = 'lost'));
        if (open) {
          resolve();
        } else {
          reject(new Error('The events socket could not be opened.'));
        }
      };
    });
  }

  private _on(event: Event): void {
    if (this.isDisposed) {
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
  private _changed = new Signal<this, void>(this);
  private _connection: Connection = 'connecting';
  private _moved = new Signal<this, Move>(this);
  private _notified = new Signal<this, Notification>(this);
  private _poll: Poll;
  private _queued = new Signal<this, QueueModel>(this);
  private _refreshed = new Signal<this, void>(this);
  private _said = new Signal<this, MessageModel>(this);
  private _sessions = new Map<string, SessionModel>();
  private _socket: WebSocket | null = null;
  private _tasked = new Signal<this, TaskModel | Removed>(this);
}

/** Keep a model under its id, or forget it. */
function put<Model extends { id: string }>(models: Map<string, Model>, model: Model | Removed): void {
  if ('removed' in model) {
    models.delete(model.id);
  } else {
    models.set(model.id, model);
  }
}
