// The task list, and a line for a new task.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { TaskModel } from '../../core/api.gen';
import { visible } from '../../core/harmless';
import { assignTask, createTask, updateTask } from '../../core/restapi';
import { counted, nested, TASK_GLYPHS } from '../../core/tasktree';
import { byName } from '../../core/words';
import { Button } from './button';
import { Run, useDesk } from './desk';
import { trans } from './translation';

export function TaskList({ run }: { run: Run }): JSX.Element {
  const { tasks } = useDesk();
  const { list, problem } = tasks;
  const { pending, 'in-progress': begun, done } = counted(list);
  return (
    <section class="tasks" aria-label={trans.__('Tasks')}>
      <p class="facts">
        {list.length ? trans.__('Tasks: %1 of %2 done', done, pending + begun + done) : trans.__('Tasks')}
      </p>
      {problem && <p class="hint">{problem}</p>}
      <ul>
        {nested(list, () => true).map(([task, depth]) => (
          <Task key={task.id} task={task} depth={depth} run={run} />
        ))}
      </ul>
      <NewTask run={run} />
    </section>
  );
}

function Task({ task, depth, run }: { task: TaskModel; depth: number; run: Run }): JSX.Element {
  const { crew } = useDesk();
  const { id, title, status, agent, details, description } = task;
  const live = crew.sessions.filter(session => session.status.state !== 'exited').sort(byName);
  const assign = (to: string) => void run(assignTask(crew.server, id, { agent: to }));
  return (
    <li data-status={status} style={{ paddingInlineStart: `${depth}em` }}>
      <span class="title" title={details || description}>
        <span aria-hidden="true">{TASK_GLYPHS[status]}</span> {id} {visible(title)}
        {agent && <i> {trans.__('for %1', agent)}</i>}
        <span class="aloud">{status}</span>
      </span>
      {status !== 'done' && (
        <span class="acts">
          <select
            aria-label={trans.__('Assign task %1', id)}
            value=""
            onChange={event => assign(event.currentTarget.value)}
          >
            <option value="">{trans.__('Assign to…')}</option>
            {live.map(session => (
              <option key={session.id} value={session.id}>
                {session.agent}
              </option>
            ))}
          </select>
          <Button label={trans.__('Done')} act={() => void run(updateTask(crew.server, id, { status: 'done' }))} />
        </span>
      )}
    </li>
  );
}

function NewTask({ run }: { run: Run }): JSX.Element {
  const { crew } = useDesk();
  const [title, setTitle] = useState('');
  const add = async () => {
    if (title.trim() && (await run(createTask(crew.server, { title })))) {
      setTitle('');
    }
  };
  return (
    <form
      class="line"
      onSubmit={event => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        value={title}
        placeholder={trans.__('New task…')}
        aria-label={trans.__('New task title')}
        onInput={event => setTitle(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={!title.trim()}>
        {trans.__('Add')}
      </button>
    </form>
  );
}
