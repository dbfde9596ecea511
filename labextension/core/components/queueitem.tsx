// One message in a queue.

import React, { useState } from 'react';

import type { MessageModel } from '../api.gen';
import { visible } from '../harmless';
import type { Translation } from '../translation';
import type { ClassOf } from './classof';
import { MessageEditor } from './messageeditor';

/** What can be done with a message: as a button's icon or sign. */
export type QueueAct = 'up' | 'down' | 'edit' | 'cancel' | 'retry';

export interface ActProps {
  does: QueueAct;
  label: string;
  /** Switched off it keeps the focus, for whoever moves a message to the end. */
  off?: boolean;
  act(): void;
}

export interface QueueItemProps {
  trans: Translation;
  classOf: ClassOf;
  message: MessageModel;
  /** Where it is among the pending ones; -1 if it is none of them. */
  place: number;
  count: number;
  /** What the whole message is told by, where there is no room for it. */
  title: string;
  /** Why it is uncertain, if that is not in the title. */
  reason?: string | null;
  /** What makes it one that is dragged; it is not, if absent. */
  drag?: object;
  Act(props: ActProps): React.JSX.Element;
  onMove(position: number): void;
  /** Resolves to whether it was changed. */
  onEdit(content: string): Promise<boolean>;
  onCancel(): void;
  onRetry(): void;
}

export function QueueItem(props: QueueItemProps): React.JSX.Element {
  const { trans, classOf, message, place, title, reason, drag, Act, onEdit, onRetry } = props;
  const [editing, setEditing] = useState(false);
  const [pending, uncertain] = [place >= 0, message.status === 'uncertain'];
  const keep = async (content: string | null) => {
    if (content === null || (await onEdit(content))) {
      setEditing(false);
    }
  };
  return (
    <li className={classOf('item')} draggable={drag && pending && !editing} {...drag} data-status={message.status}>
      {editing && pending ? (
        <MessageEditor {...{ trans, classOf, message }} onDone={content => void keep(content)} />
      ) : (
        <>
          <p title={title}>
            {!pending && <i>{uncertain ? trans.__('Uncertain') : trans.__('Running')} · </i>}
            {visible(message.content)}
          </p>
          {uncertain && reason && <p className={classOf('facts')}>{reason}</p>}
          <span className={classOf('acts')}>
            {pending && <PendingActs {...props} onBegin={() => setEditing(true)} />}
            {uncertain && <Act does="retry" label={trans.__('Send again')} act={onRetry} />}
          </span>
        </>
      )}
    </li>
  );
}

function PendingActs(props: QueueItemProps & { onBegin(): void }): React.JSX.Element {
  const { trans, place, count, Act, onMove, onCancel, onBegin } = props;
  return (
    <>
      <Act does="up" label={trans.__('Move up')} off={place === 0} act={() => onMove(place - 1)} />
      <Act does="down" label={trans.__('Move down')} off={place === count - 1} act={() => onMove(place + 1)} />
      <Act does="edit" label={trans.__('Edit message')} act={onBegin} />
      <Act does="cancel" label={trans.__('Cancel message')} act={onCancel} />
    </>
  );
}
