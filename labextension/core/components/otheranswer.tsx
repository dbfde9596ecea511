// The line in which a prompt is answered in one's own words.

import React, { useState } from 'react';

import type { Prompt } from '../api.gen';
import { pressed } from '../keys';
import type { Translation } from '../translation';
import type { ClassOf } from './classof';

export interface OtherAnswerProps {
  trans: Translation;
  classOf: ClassOf;
  agent: string;
  kind: Prompt['kind'];
  answered: boolean;
  onAnswer(text: string): void;
}

/** Free text; of a permission, why it is refused. */
export function OtherAnswer(props: OtherAnswerProps): React.JSX.Element {
  const { trans, classOf, agent, kind, answered, onAnswer } = props;
  const [text, setText] = useState('');
  const refusal = kind === 'permission';
  return (
    <form
      className={classOf('line')}
      onSubmit={event => {
        event.preventDefault();
        onAnswer(text);
      }}
    >
      <input
        className={classOf('input')}
        value={text}
        disabled={answered}
        placeholder={refusal ? trans.__('No, do this instead…') : trans.__('Other answer…')}
        aria-label={refusal ? trans.__('What should %1 do instead?', agent) : trans.__('Other answer for %1', agent)}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={event => {
          if (pressed(event) === 'Enter' && text.trim()) {
            event.preventDefault(); // a browser does not send a form by Enter in every place, say not in a cell
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      <button type="submit" className={classOf('button')} disabled={answered || !text.trim()}>
        {trans.__('Answer')}
      </button>
    </form>
  );
}
