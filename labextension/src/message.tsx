// One message of a conversation.

import { Clipboard } from '@jupyterlab/apputils';
import { copyIcon } from '@jupyterlab/ui-components';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { TranslationBundle } from '@jupyterlab/translation';
import React, { memo } from 'react';

import { CommandButton, Run, Tools } from './action';
import type { MessageModel, Usage } from '../core/api.gen';
import { Command } from './command';
import { Markdown } from './markdown';
import { Step } from './step';

export interface MessageProps {
  tools: Tools;
  run: Run;
  rendermime: IRenderMimeRegistry;
  message: MessageModel;
}

export const Message = memo(function Message({ tools, run, rendermime, message }: MessageProps): JSX.Element {
  const { trans } = tools;
  const { id, session_id, sender_type, agent, content, status, reason, usage, created_at } = message;
  const sender = sender_type === 'agent' ? agent : origin(message, trans);
  const label = trans.__('Copy this message');
  if (message.kind !== 'text') {
    return <Step trans={trans} message={message} />;
  }
  const again = sender_type === 'user' && ['error', 'cancelled', 'uncertain'].includes(status);
  return (
    <article className="jp-AreYouJ-message" aria-label={sender} data-sender={sender_type} data-status={status}>
      <header>
        <b>{sender}</b>
        <time dateTime={new Date(created_at * 1000).toISOString()}>{new Date(created_at * 1000).toLocaleString()}</time>
        <span>{[state(message, trans), usage && used(usage, trans)].filter(Boolean).join(' · ')}</span>
        <button
          type="button"
          className="jp-AreYouJ-act"
          title={label}
          aria-label={label}
          onClick={() => Clipboard.copyToSystem(content)}
        >
          <copyIcon.react tag="span" />
        </button>
      </header>
      <Markdown rendermime={rendermime} text={content} tools={tools} />
      {reason && <p className="jp-AreYouJ-hint">{reason}</p>}
      {again && (
        <CommandButton
          tools={tools}
          run={run}
          command={Command.retryMessage}
          args={{ session: session_id, message: id }}
          about=""
        />
      )}
    </article>
  );
});

/** Where a message of a person came from. */
function origin({ origin }: MessageModel, trans: TranslationBundle): string {
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
function state({ sender_type, status }: MessageModel, trans: TranslationBundle): string {
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

function used({ input_tokens, output_tokens, cost_usd }: Usage, trans: TranslationBundle): string {
  const tokens = (input_tokens ?? 0) + (output_tokens ?? 0);
  const parts = [
    tokens ? trans.__('%1 tokens', tokens.toLocaleString()) : '',
    cost_usd ? `$${cost_usd.toFixed(2)}` : ''
  ];
  return parts.filter(Boolean).join(', ');
}
