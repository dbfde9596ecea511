// The tasks: how far they are, and what can be done with each.

import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { HTMLSelect } from '@jupyterlab/ui-components';
import type { ISignal } from '@lumino/signaling';
import React, { memo, useCallback, useEffect, useRef, useState } from 'react';

import type { TaskModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import type { Tasks } from '../../core/tasks';
import { counted, nested, TASK_STATUSES, TaskStatus } from '../../core/tasktree';
import type { LabServer } from '../lab/labserver';
import { CommandButton, ErrorLine, Tools, useRun } from '../ui/action';
import { Command } from '../ui/command';
import { SELECT } from '../ui/fields';
import { Section } from '../ui/section';
import { useLive } from '../ui/uselive';
import { taskMenu } from './taskmenu';
import { TaskRow } from './taskrow';

export interface TaskSectionProps {
  tools: Tools;
  crew: Crew<LabServer>;
  tasks: Tasks;
  rendermime: IRenderMimeRegistry;
  /** A task that is to be shown. */
  shown: ISignal<unknown, string>;
}

/** Drawn again only for changes of its own. */
export const TaskSection = memo(function TaskSection(props: TaskSectionProps): JSX.Element {
  const { tools, crew, tasks, rendermime, shown } = props;
  const { trans } = tools;
  const [run, error] = useRun(tools);
  const [only, setOnly] = useState<TaskStatus | ''>('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  useLive(tasks.changed);
  const toggle = useCallback((id: string) => setOpened(before => flipped(before, id)), []);
  const menu = useCallback((task: TaskModel) => taskMenu(task, crew.sessions), [crew]);
  useEffect(() => {
    const show = (_: unknown, id: string) => {
      setOnly('');
      requestAnimationFrame(() => focusTask(list.current, id));
    };
    shown.connect(show);
    return () => void shown.disconnect(show);
  }, [shown]);
  const all = tasks.list;
  const button = { tools, run, about: '' };
  return (
    <Section title={trans.__('Tasks')} count={all.length}>
      <div className="jp-AreYouJ-taskbar">
        <CommandButton {...button} command={Command.newTask} args={{}} />
        {all.length > 0 && (
          <>
            <CommandButton {...button} command={Command.nextTask} args={{}} />
            <Filter tools={tools} only={only} onOnly={setOnly} />
          </>
        )}
      </div>
      {all.length > 0 && <Progress tools={tools} tasks={all} />}
      <ErrorLine text={error || tasks.problem} />
      <ul ref={list} className="jp-AreYouJ-tasks" aria-label={trans.__('Tasks')}>
        {nested(all, ({ status }) => !only || status === only).map(([task, depth]) => (
          <TaskRow
            key={task.id}
            {...{ tools, rendermime, task, depth, menu }}
            open={opened.has(task.id)}
            onToggle={toggle}
          />
        ))}
      </ul>
      {all.length > 0 && (
        <p className="jp-AreYouJ-hint">
          {trans.__('Export:')} <a href={crew.server.exportAddress('csv')}>CSV</a>{' '}
          <a href={crew.server.exportAddress('xlsx')}>Excel</a>
        </p>
      )}
    </Section>
  );
});

function Filter(props: { tools: Tools; only: TaskStatus | ''; onOnly(status: TaskStatus | ''): void }): JSX.Element {
  const { trans } = props.tools;
  return (
    <HTMLSelect
      {...SELECT}
      aria-label={trans.__('Show only some tasks')}
      value={props.only}
      onChange={event => props.onOnly(TASK_STATUSES.find(status => status === event.target.value) ?? '')}
    >
      <option value="">{trans.__('all')}</option>
      {TASK_STATUSES.map(status => (
        <option key={status}>{status}</option>
      ))}
    </HTMLSelect>
  );
}

function Progress({ tools: { trans }, tasks }: { tools: Tools; tasks: readonly TaskModel[] }): JSX.Element {
  const { pending, 'in-progress': begun, done } = counted(tasks);
  const all = pending + begun + done;
  const text = trans.__('%1 of %2 done, %3 in progress', done, all, begun);
  return (
    <div className="jp-AreYouJ-progress">
      <progress max={all} value={done} aria-label={text} />
      <span>{text}</span>
    </div>
  );
}

function flipped(opened: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const rest = [...opened].filter(other => other !== id);
  return new Set(rest.length < opened.size ? rest : [...rest, id]);
}

function focusTask(list: HTMLElement | null, id: string): void {
  const title = list?.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"] .jp-AreYouJ-tasktitle`);
  title?.scrollIntoView({ block: 'nearest' });
  title?.focus();
}
