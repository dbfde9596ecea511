// How tasks stand to each other. Pure functions.

import type { TaskModel } from './api.gen';

export type TaskStatus = TaskModel['status'];

export const TASK_STATUSES: readonly TaskStatus[] = ['pending', 'in-progress', 'done'];

/** A sign per status, of different shape. */
export const TASK_GLYPHS: Readonly<Record<TaskStatus, string>> = { pending: '○', 'in-progress': '◐', done: '✔' };

/** How many there are of each status; a parent counts by its sub-tasks. */
export function counted(tasks: readonly TaskModel[]): Record<TaskStatus, number> {
  const parents = new Set(tasks.map(({ parent_id }) => parent_id));
  const leaves = tasks.filter(({ id }) => !parents.has(id));
  const count = (wanted: TaskStatus) => leaves.filter(({ status }) => status === wanted).length;
  return { pending: count('pending'), 'in-progress': count('in-progress'), done: count('done') };
}

/** Those that are wanted, each below those it belongs to, and how deep. */
export function nested(tasks: readonly TaskModel[], wanted: (task: TaskModel) => boolean): [TaskModel, number][] {
  const known = new Map(tasks.map(task => [task.id, task]));
  const kept = new Set<string>();
  for (const task of tasks.filter(wanted)) {
    for (let one: TaskModel | undefined = task; one && !kept.has(one.id); one = parent(one, known)) {
      kept.add(one.id);
    }
  }
  const depth = (task: TaskModel): number => {
    const above = parent(task, known);
    return above ? 1 + depth(above) : 0;
  };
  return tasks.filter(({ id }) => kept.has(id)).map(task => [task, depth(task)]);
}

function parent({ parent_id }: TaskModel, known: ReadonlyMap<string, TaskModel>): TaskModel | undefined {
  return parent_id === null ? undefined : known.get(parent_id);
}
