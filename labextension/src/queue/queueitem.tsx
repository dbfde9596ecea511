// One message in a queue, with the commands that change it.

import { caretDownIcon, caretUpIcon, closeIcon, editIcon, refreshIcon } from '@jupyterlab/ui-components';
import React from 'react';

import type { MessageModel } from '../../core/api.gen';
import { ActProps, QueueItem as Item } from '../../core/components/queueitem';
import type { Run, Tools } from '../ui/action';
import { classOf } from '../ui/classof';
import { Command } from '../ui/command';
import type { Drag } from './queuedrag';

const ICONS = { up: caretUpIcon, down: caretDownIcon, edit: editIcon, cancel: closeIcon, retry: refreshIcon };

export interface ItemProps {
  tools: Tools;
  run: Run;
  message: MessageModel;
  /** Where it is among the pending ones; -1 if it is none of them. */
  place: number;
  count: number;
  onMove(position: number): void;
  drag: Drag;
}

export function QueueItem({ tools: { trans }, run, ...props }: ItemProps): JSX.Element {
  const { id, session_id, content, reason } = props.message;
  const args = { session: session_id, message: id };
  return (
    <Item
      {...props}
      {...{ trans, classOf, reason, Act }}
      title={content}
      onEdit={content => run(Command.editMessage, { ...args, content })}
      onCancel={() => void run(Command.cancelMessage, args)}
      onRetry={() => void run(Command.retryMessage, args)}
    />
  );
}

/** A small button with an icon only. */
function Act({ does, label, off, act }: ActProps): JSX.Element {
  const Icon = ICONS[does].react;
  return (
    <button
      type="button"
      className="jp-AreYouJ-act"
      title={label}
      aria-label={label}
      aria-disabled={off}
      onClick={() => off || act()}
    >
      <Icon tag="span" />
    </button>
  );
}
