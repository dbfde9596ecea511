// What is asked about a task.

import { ReactWidget } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import React from 'react';

import type { TaskModel } from '../../core/api.gen';
import { TASK_STATUSES } from '../../core/tasktree';
import { ErrorLine } from '../ui/action';
import { Choose, Group, Write } from '../ui/fields';

export type TaskValues = Pick<TaskModel, 'title' | 'description' | 'details' | 'status' | 'priority'>;

const EMPTY: TaskValues = { title: '', description: '', details: '', status: 'pending', priority: 'medium' };

/** The body of a dialog. */
export class TaskForm extends ReactWidget {
  constructor(
    private _trans: TranslationBundle,
    task: TaskValues = EMPTY
  ) {
    super();
    const { title, description, details, status, priority } = task;
    this._values = { title, description, details, status, priority };
  }

  accepted(): TaskValues | undefined {
    this._asked = true;
    this.update();
    return this._values.title.trim() ? this._values : undefined;
  }

  refuse(sentence: string): void {
    this._refusal = sentence;
    this.update();
  }

  protected render(): JSX.Element {
    const trans = this._trans;
    const { title, description, details, status, priority } = this._values;
    const problem = this._asked && !title.trim() ? trans.__('Give the task a title.') : '';
    const set = (change: { [field: string]: string }) => {
      this._values = { ...this._values, ...change };
      this._refusal = '';
      this.update();
    };
    return (
      <div className="jp-AreYouJ-form">
        <Write label={trans.__('Title')} value={title} problem={problem} onChange={value => set({ title: value })} />
        <Write
          label={trans.__('Description')}
          lines
          value={description}
          onChange={value => set({ description: value })}
        />
        <Write
          label={trans.__('Details')}
          lines
          value={details}
          placeholder={trans.__('Markdown, sent to the agent with the title')}
          onChange={value => set({ details: value })}
        />
        <Choose
          label={trans.__('Priority')}
          value={priority}
          groups={alone(['high', 'medium', 'low'])}
          onChange={value => set({ priority: value })}
        />
        <Choose
          label={trans.__('Status')}
          value={status}
          groups={alone(TASK_STATUSES)}
          onChange={value => set({ status: value })}
        />
        <ErrorLine text={this._refusal} />
      </div>
    );
  }

  private _asked = false;
  private _refusal = '';
  private _values: TaskValues;
}

/** Choices that say themselves, without a title. */
function alone(choices: readonly string[]): Group[] {
  return [['', choices.map((choice): [string, string] => [choice, choice])]];
}
