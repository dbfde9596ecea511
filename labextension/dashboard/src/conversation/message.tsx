// One message of a conversation, as the dashboard draws it.

import type { JSX } from 'preact';

import type { MessageModel } from '../../../core/api.gen';
import { HeadProps, Message as Entry } from '../../../core/components/message';
import { visible } from '../../../core/harmless';
import { retryMessage } from '../../../core/restapi';
import { Button } from '../button';
import { classOf } from '../classof';
import { Run, useDesk } from '../desk';
import { trans } from '../translation';
import { Markdown } from './markdown';

export function Message({ message, run }: { message: MessageModel; run: Run }): JSX.Element {
  const { server } = useDesk().crew;
  const { id, session_id, kind, content } = message;
  if (kind !== 'text') {
    return <p class="step">{visible(content)}</p>;
  }
  return (
    <Entry
      {...{ trans, classOf, message }}
      head={Head}
      text={<Markdown text={content} />}
      again={<Button label={trans.__('Send again')} act={() => void run(retryMessage(server, session_id, id))} />}
    />
  );
}

/** Who said it when. */
function Head({ from, sent, progress }: HeadProps): JSX.Element {
  return (
    <p class="facts">
      <b>{from}</b> <time dateTime={sent.toISOString()}>{sent.toLocaleTimeString()}</time> {progress}
    </p>
  );
}
