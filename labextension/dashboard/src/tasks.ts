// What the page knows of the tasks: fetched after each snapshot, then as published.

import type { Removed, TaskModel } from '../../core/api.gen';
import { Crew, put } from './crew';
import { listTasks } from './restapi';

/** Owned by the crew. */
export class Tasks {
  constructor(private _crew: Crew) {
    _crew.tasked.connect(task => this._on(task));
    _crew.refreshed.connect(() => this._fetch());
  }

  /** Why the tasks could not be fetched; empty if they could. */
  problem = '';

  /** Parents before their sub-tasks. */
  get list(): TaskModel[] {
    return [...this._tasks.values()].sort((left, right) => byId(left.id, right.id));
  }

  /** What is published while a list is on its way is newer than that list. */
  private _fetch(): void {
    const late: (TaskModel | Removed)[] = [];
    this._late = late;
    listTasks(this._crew.server).then(
      ({ tasks }) => {
        if (this._late === late) {
          this._late = undefined;
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
    this._tell(this.problem);
  }

  private _tell(problem: string): void {
    this.problem = problem;
    this._crew.changed.emit();
  }

  private _late?: (TaskModel | Removed)[];
  private _tasks = new Map<string, TaskModel>();
}

/** `1`, `1.2`, `1.10`, `2`. */
const byId = new Intl.Collator('en', { numeric: true }).compare;
