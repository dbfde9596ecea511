// The messages of one session that are not finished, in order.

import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import type { SessionModel } from '../../../core/api.gen';
import { editMessage, pauseQueue } from '../../../core/restapi';
import { Button } from '../button';
import { Run, useDesk } from '../desk';
import { trans } from '../translation';
import { QueueItem } from './queueitem';

export function QueueList({ session, run }: { session: SessionModel; run: Run }): JSX.Element {
  const { crew, queues } = useDesk();
  const { id, agent, status } = session;
  const queue = queues.queue(id);
  useEffect(() => queues.want(id), [queues, id, queue]);
  const messages = queue?.messages ?? [];
  const paused = queue?.paused ?? status.paused;
  const pending = messages.filter(message => message.status === 'pending');
  return (
    <section class="queue" aria-label={trans.__('Queue of %1', agent)}>
      <p class="facts">
        {messages.length ? trans.__('Queue: %1', messages.length) : trans.__('Queue: empty')}
        {paused && ` · ${trans.__('paused')}`}
        <Button
          label={paused ? trans.__('Resume queue') : trans.__('Pause queue')}
          act={() => void run(pauseQueue(crew.server, id, { paused: !paused }))}
        />
      </p>
      <ol>
        {messages.map(message => (
          <QueueItem
            key={message.id}
            message={message}
            run={run}
            place={pending.indexOf(message)}
            count={pending.length}
            onMove={position => void run(editMessage(crew.server, id, message.id, { position }))}
          />
        ))}
      </ol>
    </section>
  );
}
