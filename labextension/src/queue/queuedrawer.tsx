// The messages of one session that are not finished: in order, to change, to move, to cancel.

import React, { useEffect } from 'react';

import type { QueueModel, SessionModel } from '../../core/api.gen';
import type { Queues } from '../../core/queues';
import { CommandButton, Run, Tools } from '../ui/action';
import { Command } from '../ui/command';
import { HeldNote } from './held';
import { useDrag } from './queuedrag';
import { QueueItem } from './queueitem';

export interface DrawerProps {
  tools: Tools;
  run: Run;
  queues: Queues;
  session: SessionModel;
  queue: QueueModel | undefined;
}

export function QueueDrawer({ tools, run, queues, session, queue }: DrawerProps): JSX.Element {
  const { trans } = tools;
  const { id, agent } = session;
  useEffect(() => queues.want(id), [queues, id, queue]);
  const messages = queue?.messages ?? [];
  const pending = messages.filter(({ status }) => status === 'pending');
  const move = (message: string, position: number) =>
    void run(Command.moveMessage, { session: id, message, position: String(position) });
  const dragging = useDrag(move);
  const toggle = session.status.paused ? Command.resumeQueue : Command.pauseQueue;
  const offered = [toggle, ...(pending.length ? [Command.clearQueue] : [])];
  return (
    <section className="jp-AreYouJ-queue" aria-label={trans.__('Queue of %1', agent)}>
      <header>
        <h4>{pending.length ? trans.__('Queue (%1)', pending.length) : trans.__('Queue: empty')}</h4>
        {session.status.state !== 'exited' &&
          offered.map(command => (
            <CommandButton
              key={command}
              tools={tools}
              run={run}
              command={command}
              args={{ session: id }}
              about={agent}
            />
          ))}
      </header>
      <HeldNote tools={tools} run={run} session={session} />
      <ol>
        {messages.map(message => (
          <QueueItem
            key={message.id}
            tools={tools}
            run={run}
            message={message}
            place={pending.indexOf(message)}
            count={pending.length}
            onMove={position => move(message.id, position)}
            drag={dragging(message.id, pending.indexOf(message))}
          />
        ))}
      </ol>
    </section>
  );
}
