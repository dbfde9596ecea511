// Where a message that waits is changed.

import React, { useEffect, useRef, useState } from 'react';

import type { MessageModel } from '../api.gen';
import { pressed } from '../keys';
import type { Translation } from '../translation';
import type { ClassOf } from './classof';

export interface MessageEditorProps {
  trans: Translation;
  classOf: ClassOf;
  message: MessageModel;
  /** The new text; null if it stays as it was. */
  onDone(content: string | null): void;
}

/** Enter keeps the change, Escape drops it. */
export function MessageEditor({ trans, classOf, message, onDone }: MessageEditorProps): React.JSX.Element {
  const [content, setContent] = useState(message.content);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  return (
    <textarea
      className={classOf('input')}
      rows={3}
      ref={area}
      aria-label={trans.__('Message text: Enter to save, Escape to cancel')}
      value={content}
      onChange={event => setContent(event.currentTarget.value)}
      onBlur={() => onDone(content === message.content ? null : content)}
      onKeyDown={event => {
        const key = pressed(event);
        if (key === 'Escape' || (key === 'Enter' && !event.shiftKey)) {
          event.preventDefault();
          event.stopPropagation();
          onDone(key === 'Escape' ? null : content);
        }
      }}
    />
  );
}
