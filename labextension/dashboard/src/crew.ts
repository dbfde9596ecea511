// What the page knows of the sessions and agents: the only state, fed by the events alone.

import type {
  AgentModel,
  Event,
  MessageModel,
  QueueModel,
  Removed,
  SessionModel,
  Snapshot,
  TaskModel
} from '../../core/api.gen';
import { announcement } from '../../core/words';
import { Queues } from './queues';
import type { Server } from './server';
import { Signal } from './signal';
import { Tasks } from './tasks';
import { trans } from './translation';

const BACK_OFF = [200, 500, 1000, 2000, 5000, 10000]; // milliseconds; the last one goes on

/** How the connection is: not yet open, open, or gone and tried again. */
export type Connection = 'connecting' | 'open' | 'lost';

/** All that the views show. Owned by the widget. */
export class Crew {
  constructor(readonly server: Server) {
    this.queues = new Queues(this);
    this.tasks = new Tasks(this);
    void this._listen();
  }

  /** Something has changed: here, in a queue, or in a task. */
  readonly changed = new Signal();
  /** A snapshot has come: what was missed before is not told by events. */
  readonly refreshed = new Signal();
  readonly queued = new Signal<QueueModel>();
  readonly said = new Signal<MessageModel>();
  readonly tasked = new Signal<TaskModel | Removed>();
  readonly queues: Queues;
  readonly tasks: Tasks;
  connection: Connection = 'connecting';
  /** What to say aloud of the last change. */
  announced = '';

  /** Live sessions and those that have exited but were not dismissed, by name, then the older first. */
  get sessions(): SessionModel[] {
    const order = (left: SessionModel, right: SessionModel) =>
      left.agent.localeCompare(right.agent) || left.started_at - right.started_at;
    return [...this._sessions.values()].sort(order);
  }

  /** Agents without a session, by name. */
  get stopped(): AgentModel[] {
    const here = new Set(this.sessions.map(session => session.agent_id));
    const agents = [...this._agents.values()].filter(agent => !here.has(agent.id));
    return agents.sort((left, right) => left.name.localeCompare(right.name));
  }

  dispose(): void {
    this._disposed = true;
    this.server.dispose();
  }

  /** One connection after the other, until disposed; only vain attempts are spaced out. */
  private async _listen(): Promise<void> {
    for (let failures = 0; !this._disposed; failures++) {
      await this.server.follow(event => {
        failures = -1;
        this._on(event);
      });
      this._change(() => (this.connection = 'lost'));
      const delay = BACK_OFF[Math.min(Math.max(failures, 0), BACK_OFF.length - 1)];
      await new Promise(resolve => setTimeout(resolve, delay));
    }
  }

  private _on(event: Event): void {
    switch (event.type.split(':').pop()) {
      case 'snapshot':
        this._change(() => this._replace(event.data as Snapshot));
        return this.refreshed.emit();
      case 'agent-changed':
        return this._change(() => put(this._agents, event.data as AgentModel | Removed));
      case 'status-changed':
        return this._move(event.data as SessionModel | Removed);
      case 'queue-changed':
        return this.queued.emit(event.data as QueueModel);
      case 'message':
        return this.said.emit(event.data as MessageModel);
      case 'task-changed':
        return this.tasked.emit(event.data as TaskModel | Removed);
    }
  }

  private _replace(snapshot: Snapshot): void {
    this.connection = 'open';
    this._sessions = new Map(snapshot.sessions.map(session => [session.id, session]));
    this._agents = new Map(snapshot.agents.map(agent => [agent.id, agent]));
  }

  private _move(after: SessionModel | Removed): void {
    const before = this._sessions.get(after.id);
    if (!('removed' in after)) {
      this.announced = announcement(before, after, trans) || this.announced;
    }
    this._change(() => put(this._sessions, after));
  }

  private _change(apply: () => void): void {
    apply();
    this.changed.emit();
  }

  private _agents = new Map<string, AgentModel>();
  private _disposed = false;
  private _sessions = new Map<string, SessionModel>();
}

/** Keep a model under its id, or forget it. */
export function put<Item extends { id: string }>(models: Map<string, Item>, model: Item | Removed): void {
  if ('removed' in model) {
    models.delete(model.id);
  } else {
    models.set(model.id, model);
  }
}
