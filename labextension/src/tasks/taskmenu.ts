// What the menu of a task offers.

import type { SessionModel, TaskModel } from '../../core/api.gen';
import { TASK_STATUSES } from '../../core/tasktree';
import { Command } from '../ui/command';
import type { Entry } from '../ui/menu';

/** A task can be given to agents that run. */
export function taskMenu({ id, status }: TaskModel, sessions: readonly SessionModel[]): Entry[] {
  const agents = sessions.filter(session => session.status.state !== 'exited').map(({ agent }) => agent);
  const others = TASK_STATUSES.filter(other => other !== status);
  return [
    ...agents.sort().map((agent): Entry => [Command.assignTask, { task: id, agent }]),
    ...(agents.length ? (['-'] as const) : []),
    ...others.map((other): Entry => [Command.setTaskStatus, { task: id, status: other }]),
    '-',
    [Command.newTask, { parent: id }],
    [Command.editTask, { task: id }],
    [Command.deleteTask, { task: id }]
  ];
}
