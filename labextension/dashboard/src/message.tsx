// One message of a conversation.

import type { JSX } from 'preact';
import type { MessageModel, Usage } from '../../core/api.gen';
import { visible } from '../../core/harmless';
import { Button } from './button';
import { Run, useDesk } from './desk';
import { Markdown } from './markdown';
import { retryMessage } from '../../core/restapi';
import { trans } from './translation';

export function Message({ message, run }: { message: MessageModel; run: Run }): JSX.Element {
  const { crew } = useDesk();
  const { id, session_id, sender_type, agent, kind, content, status, reason, usage, created_at } = message;
  if (kind !== 'text') {
    return <p class="step">{visible(content)}</p>;
  }
  const sender = sender_type === 'agent' ? agent : origin(message);
  const again = sender_type === 'user' && ['error', 'cancelled', 'uncertain'].includes(status);
  const time = new Date(created_at * 1000);
  return (
    <article class="message" aria-label={sender} data-sender={sender_type} data-status={status}>
      <p class="facts">
        <b>{sender}</b> <time dateTime={time.toISOString()}>{time.toLocaleTimeString()}</time>{' '}
        {[state(message), usage && used(usage)].filter(Boolean).join(' · ')}
      </p>
      <Markdown text={content} />
      {reason && <p class="hint">{reason}</p>}
      {again && (
        <Button label={trans.__('Send again')} act={() => void run(retryMessage(crew.server, session_id, id))} />
      )}
    </article>
  );
}

/** Where a message of a person came from. */
function origin({ origin }: MessageModel): string {
  switch (origin) {
    case 'terminal':
      return trans.__('You, in the terminal');
    case 'task':
      return trans.__('A task');
    default:
      return trans.__('You');
  }
}

/** What a person may want to know of its way; empty once all is well. */
function state({ sender_type, status }: MessageModel): string {
  const said: Partial<Record<MessageModel['status'], string>> = {
    pending: trans.__('waits in the queue'),
    sending: trans.__('is being sent'),
    processing: trans.__('at work'),
    error: trans.__('failed'),
    cancelled: trans.__('cancelled'),
    uncertain: trans.__('uncertain whether it arrived')
  };
  return sender_type === 'user' ? (said[status] ?? '') : '';
}

function used({ input_tokens, output_tokens, cost_usd }: Usage): string {
  const tokens = (input_tokens ?? 0) + (output_tokens ?? 0);
  const parts = [
    tokens ? trans.__('%1 tokens', tokens.toLocaleString()) : '',
    cost_usd ? `$${cost_usd.toFixed(2)}` : ''
  ];
  return parts.filter(Boolean).join(', ');
}
