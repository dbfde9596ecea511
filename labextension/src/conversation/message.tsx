// One message of a conversation, as JupyterLab draws it.

import { Clipboard } from '@jupyterlab/apputils';
import { copyIcon } from '@jupyterlab/ui-components';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import React, { memo } from 'react';

import type { MessageModel } from '../../core/api.gen';
import { HeadProps, Message as Entry } from '../../core/components/message';
import { CommandButton, Run, Tools } from '../ui/action';
import { classOf } from '../ui/classof';
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
  const { id, session_id, content } = message;
  if (message.kind !== 'text') {
    return <Step trans={trans} message={message} />;
  }
  const args = { session: session_id, message: id };
  return (
    <Entry
      {...{ trans, classOf, message }}
      head={props => <Head {...props} label={trans.__('Copy this message')} content={content} />}
      text={<Markdown rendermime={rendermime} text={content} tools={tools} />}
      again={<CommandButton {...{ tools, run, args }} command={Command.retryMessage} about="" />}
    />
  );
});

/** Who said it when, and a button that copies it. */
function Head({ from, sent, progress, label, content }: HeadProps & { label: string; content: string }): JSX.Element {
  return (
    <header>
      <b>{from}</b>
      <time dateTime={sent.toISOString()}>{sent.toLocaleString()}</time>
      <span>{progress}</span>
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
  );
}
