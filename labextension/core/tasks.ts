// What the browser knows of the tasks: fetched after each snapshot, then as published.

import type { Removed, TaskModel } from './api.gen';
import { Crew, put } from './crew';
import { listTasks } from './restapi';
import { Emitter, Signal } from './signal';

/** Owned by the front end. */
export class Tasks {
  constructor(private _crew: Crew) {
    _crew.tasked.connect(task => this._on(task));
    _crew.refreshed.connect(() => this._fetch());
  }

  /** A task has changed, or all of them have come. */
  get changed(): Signal {
    return this._changed;
  }

  /** Parents before their sub-tasks. */
  get list(): readonly TaskModel[] {
    this._sorted = this._sorted ?? [...this._tasks.values()].sort((left, right) => byId(left.id, right.id));
    return this._sorted;
  }

  task(id: string): TaskModel | undefined {
    return this._tasks.get(id);
  }

  /** Why the tasks could not be fetched; empty if they could. */
  get problem(): string {
    return this._problem;
  }

  /** What is published while a list is on its way is newer than that list. */
  private _fetch(): void {
    const late: (TaskModel | Removed)[] = [];
    this._late = late;
    listTasks(this._crew.server).then(
      ({ tasks }) => {
        if (this._late === late) {
          this._late = null;
          this._tasks = new Map(tasks.map(task => [task.id, task]));
          late.forEach(task => put(this._tasks, task));
          this._tell('');
        }
      },
      (error: Error) => this._tell(error.message)
    );
  }

  private _on(task: TaskModel | Removed): void {
    this._late?.push(task);
    put(this._tasks, task);
    this._tell(this._problem);
  }

  private _tell(problem: string): void {
    this._problem = problem;
    this._sorted = null;
    this._changed.emit();
  }

  private _changed = new Emitter();
  private _late: (TaskModel | Removed)[] | null = null;
  private _problem = '';
  private _sorted: TaskModel[] | null = null;
  private _tasks = new Map<string, TaskModel>();
}

/** `1`, `1.2`, `1.10`, `2`. */
const byId = new Intl.Collator('en', { numeric: true }).compare;
