// Where a message for one session is written.

import React from 'react';

import { pressed } from '../keys';
import type { Translation } from '../translation';
import type { ClassOf } from './classof';
import type { Draft } from './draft';

export interface SendBoxProps {
  trans: Translation;
  classOf: ClassOf;
  className: string;
  agent: string;
  draft: Draft;
  placeholder: string;
  title?: string;
  /** What other keys do. */
  onKey?(event: React.KeyboardEvent<HTMLTextAreaElement>): void;
}

/** Enter sends, Shift+Enter begins a new line. */
export function SendBox(props: SendBoxProps): React.JSX.Element {
  const { trans, classOf, className, agent, draft, placeholder, title, onKey } = props;
  const { content, sending, edit, send } = draft;
  return (
    <form
      className={className}
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        className={classOf('input')}
        rows={2}
        aria-label={trans.__('Message for %1', agent)}
        placeholder={placeholder}
        title={title}
        readOnly={sending}
        value={content}
        onChange={event => edit(event.currentTarget.value)}
        onKeyDown={event => {
          if (pressed(event) === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            void send();
          }
          onKey?.(event);
        }}
      />
      <button type="submit" className={classOf('button')} disabled={sending || !content.trim()}>
        {trans.__('Send')}
      </button>
    </form>
  );
}
