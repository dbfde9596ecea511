// One message of a conversation.

import type { JSX } from 'preact';
import type { MessageModel } from '../../../core/api.gen';
import { visible } from '../../../core/harmless';
import { retriable, progress, sender } from '../../../core/messagewords';
import { retryMessage } from '../../../core/restapi';
import { Button } from '../button';
import { Run, useDesk } from '../desk';
import { trans } from '../translation';
import { Markdown } from './markdown';

export function Message({ message, run }: { message: MessageModel; run: Run }): JSX.Element {
  const { crew } = useDesk();
  const { id, session_id, sender_type, kind, content, status, reason, created_at } = message;
  if (kind !== 'text') {
    return <p class="step">{visible(content)}</p>;
  }
  const from = sender(message, trans);
  const time = new Date(created_at * 1000);
  return (
    <article class="message" aria-label={from} data-sender={sender_type} data-status={status}>
      <p class="facts">
        <b>{from}</b> <time dateTime={time.toISOString()}>{time.toLocaleTimeString()}</time> {progress(message, trans)}
      </p>
      <Markdown text={content} />
      {reason && <p class="hint">{reason}</p>}
      {retriable(message) && (
        <Button label={trans.__('Send again')} act={() => void run(retryMessage(crew.server, session_id, id))} />
      )}
    </article>
  );
}
