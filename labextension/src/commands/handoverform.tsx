// What is asked before something is handed to an agent: to which, and with which words.

import { ReactWidget } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import React from 'react';

import type { SessionModel } from '../../core/api.gen';
import { ErrorLine } from '../ui/action';
import { Choose, Write } from '../ui/fields';

export interface Handover {
  session: string;
  content: string;
}

/** The body of a dialog. */
export class HandoverForm extends ReactWidget {
  /** sessions: those to choose from, the likeliest first. */
  constructor(
    private _trans: TranslationBundle,
    private _sessions: readonly SessionModel[],
    content: string
  ) {
    super();
    this._values = { session: _sessions[0].id, content };
  }

  accepted(): Handover | undefined {
    return this._values.content.trim() ? this._values : undefined;
  }

  refuse(sentence: string): void {
    this._refusal = sentence;
    this.update();
  }

  protected render(): JSX.Element {
    const trans = this._trans;
    const { session, content } = this._values;
    const set = (change: Partial<Handover>) => {
      this._values = { ...this._values, ...change };
      this.refuse('');
    };
    return (
      <div className="jp-AreYouJ-form">
        <Choose
          label={trans.__('Agent')}
          value={session}
          groups={[['', this._sessions.map(({ id, agent }): [string, string] => [id, agent])]]}
          onChange={id => set({ session: id })}
        />
        <Write
          label={trans.__('Message')}
          lines={12}
          value={content}
          problem={content.trim() ? '' : trans.__('Type a message.')}
          onChange={text => set({ content: text })}
        />
        <ErrorLine text={this._refusal} />
      </div>
    );
  }

  private _refusal = '';
  private _values: Handover;
}
