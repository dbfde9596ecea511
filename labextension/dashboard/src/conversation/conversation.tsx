// What was said between a person and one agent, the newest at the end.

import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

import type { SessionModel } from '../../../core/api.gen';
import { Thread } from '../../../core/thread';
import { Button } from '../button';
import { Run, useDesk } from '../desk';
import { trans } from '../translation';
import { Message } from './message';

const NEAR = 40; // pixels from the end at which a reader follows what comes

export function Conversation({ session, run }: { session: SessionModel; run: Run }): JSX.Element {
  const { crew } = useDesk();
  const [, again] = useReducer((count: number) => count + 1, 0);
  const [thread, setThread] = useState<Thread>();
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  useEffect(() => {
    const made = new Thread(crew, session.id);
    made.changed.connect(() => again(undefined));
    setThread(made);
    return () => made.dispose();
  }, [crew, session.id]);
  useLayoutEffect(() => {
    if (box.current && following.current) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  });
  const messages = thread?.messages ?? [];
  return (
    <div
      class="conversation"
      role="log"
      tabIndex={0}
      aria-label={trans.__('Messages of %1', session.agent)}
      ref={box}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        following.current = scrollHeight - scrollTop - clientHeight < NEAR;
      }}
    >
      {thread?.more && <Button label={trans.__('Earlier messages')} act={() => thread.earlier()} />}
      {thread?.problem && <p class="hint">{thread.problem}</p>}
      {thread && !messages.length && <p class="hint">{trans.__('No messages yet.')}</p>}
      {messages.map(message => (
        <Message key={message.id} message={message} run={run} />
      ))}
    </div>
  );
}
