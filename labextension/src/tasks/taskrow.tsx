// One task in the list.

import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import React, { memo } from 'react';

import type { TaskModel } from '../../core/api.gen';
import { visible } from '../../core/harmless';
import { pressed } from '../../core/keys';
import { TASK_GLYPHS } from '../../core/tasktree';
import type { Tools } from '../ui/action';
import { Markdown } from '../ui/markdown';
import type { Entry } from '../ui/menu';
import { openMenu } from '../ui/menu';
import { MenuButton } from '../ui/menubutton';
import { dragTask } from './taskdrag';

export interface TaskRowProps {
  tools: Tools;
  rendermime: IRenderMimeRegistry;
  task: TaskModel;
  /** How many tasks it is below. */
  depth: number;
  open: boolean;
  onToggle(task: string): void;
  menu(task: TaskModel): Entry[];
}

export const TaskRow = memo(function TaskRow(props: TaskRowProps): JSX.Element {
  const { tools, rendermime, task, depth, open, onToggle, menu } = props;
  const { trans } = tools;
  const facts = [
    task.priority === 'medium' ? '' : trans.__('%1 priority', task.priority),
    task.agent ? trans.__('for %1', task.agent) : '',
    task.dependencies.length ? trans.__('after %1', task.dependencies.join(', ')) : ''
  ].filter(Boolean);
  return (
    <li
      className="jp-AreYouJ-task"
      data-task={task.id}
      data-status={task.status}
      style={{ paddingLeft: `${8 + depth * 14}px` }}
      onContextMenu={event => {
        if (!event.shiftKey) {
          event.preventDefault();
          openMenu(tools.commands, menu(task), event.clientX, event.clientY);
        }
      }}
    >
      <div className="jp-AreYouJ-top" draggable onDragStart={event => dragTask(event, task.id)}>
        {/* No <button>: Firefox drags nothing that is taken hold of inside one (Mozilla's bug 568313). */}
        <div
          role="button"
          tabIndex={0}
          className="jp-AreYouJ-tasktitle"
          aria-expanded={open}
          title={`${task.id} · ${task.status}`}
          onClick={() => onToggle(task.id)}
          onKeyDown={event => {
            if (['Enter', ' '].includes(pressed(event))) {
              event.preventDefault();
              onToggle(task.id);
            }
          }}
        >
          <span className="jp-AreYouJ-glyph" role="img" aria-label={task.status}>
            {TASK_GLYPHS[task.status]}
          </span>
          <span>{visible(task.title)}</span>
          {facts.length > 0 && <span className="jp-AreYouJ-facts">{facts.join(' · ')}</span>}
        </div>
        <MenuButton tools={tools} about={trans.__('task %1', task.id)} entries={() => menu(task)} />
      </div>
      {open && <Markdown rendermime={rendermime} text={about(task) || trans.__('No details.')} />}
    </li>
  );
});

/** All that is written of a task. */
function about({ description, details, notes }: TaskModel): string {
  return [description, details, notes].filter(Boolean).join('\n\n');
}
