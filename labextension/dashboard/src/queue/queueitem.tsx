// One message in a queue, changed by its session's server.

import type { JSX } from 'preact';

import type { MessageModel } from '../../../core/api.gen';
import { ActProps, QueueItem as Item } from '../../../core/components/queueitem';
import { cancelMessage, editMessage, retryMessage } from '../../../core/restapi';
import { Button } from '../button';
import { classOf } from '../classof';
import { Run, useDesk } from '../desk';
import { trans } from '../translation';

const SIGNS = { up: '↑', down: '↓', edit: '✎', cancel: '✕', retry: '↻' };

export interface ItemProps {
  message: MessageModel;
  run: Run;
  /** Where it is among the pending ones; -1 if it is none of them. */
  place: number;
  count: number;
  onMove(position: number): void;
}

export function QueueItem({ run, ...props }: ItemProps): JSX.Element {
  const { server } = useDesk().crew;
  const { id, session_id, content, reason } = props.message;
  return (
    <Item
      {...props}
      {...{ trans, classOf, Act }}
      title={reason ?? content}
      onEdit={content => run(editMessage(server, session_id, id, { content }))}
      onCancel={() => void run(cancelMessage(server, session_id, id))}
      onRetry={() => void run(retryMessage(server, session_id, id))}
    />
  );
}

function Act({ does, ...props }: ActProps): JSX.Element {
  return <Button {...props} sign={SIGNS[does]} />;
}
