// One message in a queue.

import { caretDownIcon, caretUpIcon, closeIcon, editIcon, LabIcon, refreshIcon } from '@jupyterlab/ui-components';
import React, { useState } from 'react';

import type { MessageModel } from '../../core/api.gen';
import { visible } from '../../core/harmless';
import { pressed } from '../../core/keys';
import type { Run, Tools } from '../ui/action';
import { Command } from '../ui/command';
import type { Drag } from './queuedrag';

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

export function QueueItem({ tools, run, message, place, count, onMove, drag }: ItemProps): JSX.Element {
  const { trans } = tools;
  const [editing, setEditing] = useState(false);
  const args = { session: message.session_id, message: message.id };
  const pending = place >= 0;
  return (
    <li className="jp-AreYouJ-item" draggable={pending && !editing} {...drag} data-status={message.status}>
      {editing && pending ? (
        <Editor
          tools={tools}
          message={message}
          onDone={async content => {
            if (content === null || (await run(Command.editMessage, { ...args, content }))) {
              setEditing(false);
            }
          }}
        />
      ) : (
        <>
          <p title={message.content}>
            {!pending && <i>{message.status === 'uncertain' ? trans.__('Uncertain') : trans.__('Running')} · </i>}
            {visible(message.content)}
          </p>
          {message.status === 'uncertain' && <p className="jp-AreYouJ-facts">{message.reason}</p>}
          <span className="jp-AreYouJ-acts">
            {pending && (
              <>
                <Act icon={caretUpIcon} label={trans.__('Move up')} off={place === 0} act={() => onMove(place - 1)} />
                <Act
                  icon={caretDownIcon}
                  label={trans.__('Move down')}
                  off={place === count - 1}
                  act={() => onMove(place + 1)}
                />
                <Act icon={editIcon} label={trans.__('Edit message')} act={() => setEditing(true)} />
                <Act
                  icon={closeIcon}
                  label={trans.__('Cancel message')}
                  act={() => void run(Command.cancelMessage, args)}
                />
              </>
            )}
            {message.status === 'uncertain' && (
              <Act icon={refreshIcon} label={trans.__('Send again')} act={() => void run(Command.retryMessage, args)} />
            )}
          </span>
        </>
      )}
    </li>
  );
}

/** A small button with an icon only. Switched off it keeps the focus, for whoever moves a message to the end. */
function Act(props: { icon: LabIcon; label: string; off?: boolean; act(): void }): JSX.Element {
  return (
    <button
      type="button"
      className="jp-AreYouJ-act"
      title={props.label}
      aria-label={props.label}
      aria-disabled={props.off}
      onClick={() => props.off || props.act()}
    >
      <props.icon.react tag="span" />
    </button>
  );
}

/** Enter keeps the change, Escape drops it. */
function Editor(props: {
  tools: Tools;
  message: MessageModel;
  onDone(content: string | null): Promise<void>;
}): JSX.Element {
  const { tools, message, onDone } = props;
  const [content, setContent] = useState(message.content);
  return (
    <textarea
      className="jp-mod-styled"
      rows={3}
      autoFocus
      aria-label={tools.trans.__('Message text: Enter to save, Escape to cancel')}
      value={content}
      onChange={event => setContent(event.target.value)}
      onBlur={() => void onDone(content === message.content ? null : content)}
      onKeyDown={event => {
        const key = pressed(event);
        if (key === 'Escape' || (key === 'Enter' && !event.shiftKey)) {
          event.preventDefault();
          event.stopPropagation();
          void onDone(key === 'Escape' ? null : content);
        }
      }}
    />
  );
}
