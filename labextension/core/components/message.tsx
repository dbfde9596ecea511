// One message of a conversation.

import React, { ReactNode } from 'react';

import type { MessageModel } from '../api.gen';
import { progress, retriable, sender } from '../messagewords';
import type { Translation } from '../translation';
import type { ClassOf } from './classof';

/** What stands above a message. */
export interface HeadProps {
  from: string;
  sent: Date;
  progress: string;
}

export interface MessageProps {
  trans: Translation;
  classOf: ClassOf;
  message: MessageModel;
  head(props: HeadProps): ReactNode;
  /** What it says, drawn. */
  text: ReactNode;
  /** What sends it again; shown where that can be. */
  again: ReactNode;
}

export function Message({ trans, classOf, message, head, text, again }: MessageProps): React.JSX.Element {
  const { sender_type, status, reason, created_at } = message;
  const from = sender(message, trans);
  return (
    <article className={classOf('message')} aria-label={from} data-sender={sender_type} data-status={status}>
      {head({ from, sent: new Date(created_at * 1000), progress: progress(message, trans) })}
      {text}
      {reason && <p className={classOf('hint')}>{reason}</p>}
      {retriable(message) && again}
    </article>
  );
}
