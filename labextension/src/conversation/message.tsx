// One message of a conversation.

import { Clipboard } from '@jupyterlab/apputils';
import { copyIcon } from '@jupyterlab/ui-components';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import React, { memo } from 'react';

import type { MessageModel } from '../../core/api.gen';
import { retriable, progress, sender } from '../../core/messagewords';
import { CommandButton, Run, Tools } from '../ui/action';
import { Command } from '../ui/command';
import { Markdown } from '../ui/markdown';
import { Step } from './step';

export interface MessageProps {
  tools: Tools;
  run: Run;
  rendermime: IRenderMimeRegistry;
  message: MessageModel;
}

export const Message = memo(function Message({ tools, run, rendermime, message }: MessageProps): JSX.Element {
  const { trans } = tools;
  const { id, session_id, sender_type, content, status, reason, created_at } = message;
  const label = trans.__('Copy this message');
  if (message.kind !== 'text') {
    return <Step trans={trans} message={message} />;
  }
  const from = sender(message, trans);
  return (
    <article className="jp-AreYouJ-message" aria-label={from} data-sender={sender_type} data-status={status}>
      <header>
        <b>{from}</b>
        <time dateTime={new Date(created_at * 1000).toISOString()}>{new Date(created_at * 1000).toLocaleString()}</time>
        <span>{progress(message, trans)}</span>
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
      {retriable(message) && (
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
