// One agent: its terminal, what it asks, the conversation, its queue, and what can be done with it.

import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import type { SessionModel } from '../../core/api.gen';
import { deleteSession, interruptSession, restartSession } from '../../core/restapi';
import { holderWords, words } from '../../core/words';
import { Button, Confirm, Problem } from './button';
import { Conversation } from './conversation/conversation';
import { Run, useDesk, useNow, useRun } from './desk';
import { PromptCard } from './prompt';
import { HeldNote } from './queue/held';
import { QueueList } from './queue/queuelist';
import { SendBox } from './queue/sendbox';
import { useSeen } from './seen';
import { StatusMark } from './tabbar';
import { ScreenText } from './terminals/screentext';
import { TerminalView } from './terminals/terminalview';
import { trans } from './translation';

export function AgentTab({ session, shown }: { session: SessionModel; shown: boolean }): JSX.Element {
  const [run, problem, dismiss] = useRun();
  const panel = useRef<HTMLDivElement>(null);
  const { id, agent, status, incarnation } = session;
  const see = useSeen(session, shown, panel);
  const live = status.state !== 'exited';
  return (
    <div
      role="tabpanel"
      class="agent"
      aria-labelledby={`tab-${id}`}
      hidden={!shown}
      ref={panel}
      onFocusIn={see}
      onPointerDown={see}
    >
      <Header session={session} run={run} />
      <Problem text={problem} onDismiss={dismiss} />
      {status.prompt && <PromptCard key={status.prompt.id} session={session} prompt={status.prompt} run={run} />}
      <HeldNote session={session} run={run} />
      <div class="halves">
        {shown && <Screen key={incarnation} session={session} live={live} />}
        <div class="side">
          <Conversation session={session} run={run} />
          <QueueList session={session} run={run} />
          {live && <SendBox session={session} run={run} />}
          {!live && <p class="hint">{trans.__('%1 has exited. Restart it to continue.', agent)}</p>}
        </div>
      </div>
    </div>
  );
}

/** Its terminal itself, or what that shows. */
function Screen({ session, live }: { session: SessionModel; live: boolean }): JSX.Element {
  const { crew } = useDesk();
  return crew.server.direct && live ? <TerminalView session={session} /> : <ScreenText session={session} live={live} />;
}

function Header({ session, run }: { session: SessionModel; run: Run }): JSX.Element {
  const { crew } = useDesk();
  const { id, agent, spec, project_path, status } = session;
  return (
    <header class="head">
      <p class="facts">
        <StatusMark status={status} /> <b>{words(status, useNow(), trans)}</b> · {spec} · <code>{project_path}</code>
        {status.blocked === 'paused' && ` · ${trans.__('queue paused')}`}
        {status.holder && ` · ${holderWords(status, trans)}`}
      </p>
      <span class="acts">
        <Button
          label={trans.__('Interrupt')}
          hint={trans.__('Stop the current turn')}
          off={!['busy', 'awaiting_input', 'rate_limited'].includes(status.state)}
          act={() => void run(interruptSession(crew.server, id))}
        />
        <Confirm
          label={trans.__('Restart')}
          question={trans.__('Restart %1?', agent)}
          act={() => void run(restartSession(crew.server, id))}
        />
        <Confirm
          label={status.state === 'exited' ? trans.__('Dismiss') : trans.__('Stop')}
          question={status.state === 'exited' ? trans.__('Dismiss %1?', agent) : trans.__('Stop %1?', agent)}
          act={() => void run(deleteSession(crew.server, id))}
        />
      </span>
    </header>
  );
}
