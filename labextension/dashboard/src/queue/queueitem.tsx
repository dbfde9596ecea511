// One message in a queue.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import type { MessageModel } from '../../../core/api.gen';
import { visible } from '../../../core/harmless';
import { pressed } from '../../../core/keys';
import { cancelMessage, editMessage, retryMessage } from '../../../core/restapi';
import { Button } from '../button';
import { Run, useDesk } from '../desk';
import { trans } from '../translation';

export interface ItemProps {
  message: MessageModel;
  run: Run;
  /** Where it is among the pending ones; -1 if it is none of them. */
  place: number;
  count: number;
  onMove(position: number): void;
}

export function QueueItem(props: ItemProps): JSX.Element {
  const { message, run, place } = props;
  const { crew } = useDesk();
  const [editing, setEditing] = useState(false);
  const { id, session_id, status } = message;
  const keep = async (content: string | null) => {
    if (content === null || (await run(editMessage(crew.server, session_id, id, { content })))) {
      setEditing(false);
    }
  };
  if (editing && place >= 0) {
    return (
      <li>
        <Editor message={message} onDone={content => void keep(content)} />
      </li>
    );
  }
  return (
    <li data-status={status}>
      <p title={message.reason ?? message.content}>
        {place < 0 && <i>{status === 'uncertain' ? trans.__('Uncertain') : trans.__('Running')} · </i>}
        {visible(message.content)}
      </p>
      <span class="acts">
        {place >= 0 && <PendingActs {...props} onEdit={() => setEditing(true)} />}
        {status === 'uncertain' && (
          <Button
            label={trans.__('Send again')}
            sign="↻"
            act={() => void run(retryMessage(crew.server, session_id, id))}
          />
        )}
      </span>
    </li>
  );
}

function PendingActs(props: ItemProps & { onEdit(): void }): JSX.Element {
  const { message, run, place, count, onMove, onEdit } = props;
  const { crew } = useDesk();
  const cancel = () => run(cancelMessage(crew.server, message.session_id, message.id));
  return (
    <>
      <Button label={trans.__('Move up')} sign="↑" off={place === 0} act={() => onMove(place - 1)} />
      <Button label={trans.__('Move down')} sign="↓" off={place === count - 1} act={() => onMove(place + 1)} />
      <Button label={trans.__('Edit message')} sign="✎" act={onEdit} />
      <Button label={trans.__('Cancel message')} sign="✕" act={() => void cancel()} />
    </>
  );
}

/** Enter keeps the change, Escape drops it. */
function Editor(props: { message: MessageModel; onDone(content: string | null): void }): JSX.Element {
  const { message, onDone } = props;
  const [content, setContent] = useState(message.content);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  return (
    <textarea
      rows={3}
      ref={area}
      aria-label={trans.__('Message text: Enter to save, Escape to cancel')}
      value={content}
      onInput={event => setContent(event.currentTarget.value)}
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
