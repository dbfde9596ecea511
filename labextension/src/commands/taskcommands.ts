// The commands about tasks.

import type { CommandRegistry } from '@lumino/commands';

import type { TaskModel } from '../../core/api.gen';
import * as rest from '../../core/restapi';
import { TASK_STATUSES } from '../../core/tasktree';
import { TaskForm, TaskValues } from '../tasks/taskform';
import { Arguments, Command, takes } from '../ui/command';
import { agreed, told } from '../ui/dialogs';
import { FormDialog } from '../ui/formdialog';
import type { CommandDeps } from './commanddeps';

type TaskAct = (task: TaskModel, args: Arguments) => Promise<unknown>;

export function addTaskCommands(commands: CommandRegistry, deps: CommandDeps): void {
  addListCommands(commands, deps);
  addTaskActs(commands, deps);
}

function addListCommands(commands: CommandRegistry, { crew, trans, showTask }: CommandDeps): void {
  const { server } = crew;
  commands.addCommand(Command.newTask, {
    label: args => (args.parent ? trans.__('Add Sub-task…') : trans.__('New Task…')),
    caption: trans.__('Add a task, or a sub-task of another'),
    describedBy: takes(['parent'], 0),
    execute: args => {
      const parent_id = args.parent ? String(args.parent) : null;
      const title = parent_id ? trans.__('New sub-task of %1', parent_id) : trans.__('New task');
      const submit = (values: TaskValues) => rest.createTask(server, { ...values, parent_id });
      return new FormDialog(title, trans.__('Add'), new TaskForm(trans), submit, trans).launch();
    }
  });
  const showNext = async () => {
    const task = await rest.fetchNextTask(server);
    if (!task) {
      throw new Error(trans.__('No task is ready.'));
    }
    showTask(task.id);
  };
  commands.addCommand(Command.nextTask, {
    label: trans.__('Show Next Task'),
    caption: trans.__('Show the task to do next'),
    describedBy: takes([]),
    execute: () => told(showNext())
  });
}

/** The commands about one task; they need its id. */
function addTaskActs(commands: CommandRegistry, { crew, trans }: CommandDeps): void {
  const { server } = crew;
  const add = (id: string, label: (args: Arguments) => string, more: string[], run: TaskAct) =>
    commands.addCommand(id, {
      label,
      describedBy: takes(['task', ...more]),
      execute: async args => run(await rest.fetchTask(server, String(args.task)), args)
    });
  const edit: TaskAct = task => {
    const submit = (values: TaskValues) => rest.updateTask(server, task.id, values);
    const title = trans.__('Task %1', task.id);
    return new FormDialog(title, trans.__('Save'), new TaskForm(trans, task), submit, trans).launch();
  };
  const remove: TaskAct = async task => {
    const body = trans.__('Its sub-tasks are deleted, too.');
    const sure = await agreed(trans.__('Delete task %1?', `${task.id} ${task.title}`), body, trans.__('Delete'));
    return sure && rest.deleteTask(server, task.id);
  };
  add(Command.editTask, () => trans.__('Edit…'), [], edit);
  add(Command.deleteTask, () => trans.__('Delete…'), [], remove);
  add(
    Command.setTaskStatus,
    args => trans.__('Mark as %1', String(args.status)),
    ['status'],
    (task, args) => {
      const status = TASK_STATUSES.find(one => one === args.status);
      return rest.updateTask(server, task.id, { status });
    }
  );
  add(
    Command.assignTask,
    args => trans.__('Assign to %1', String(args.agent)),
    ['agent'],
    (task, args) => rest.assignTask(server, task.id, { agent: String(args.agent) })
  );
}
