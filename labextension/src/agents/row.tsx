// One session in the list.

import { UseSignal } from '@jupyterlab/ui-components';
import React, { memo, useState } from 'react';

import type { QueueModel, SessionModel } from '../../core/api.gen';
import { visible } from '../../core/harmless';
import { pressed } from '../../core/keys';
import type { Queues } from '../../core/queues';
import { GLYPHS, holderWords, look, words } from '../../core/words';
import { HeldNote } from '../queue/held';
import { QueueDrawer } from '../queue/queuedrawer';
import { SendBox } from '../queue/sendbox';
import type { SentMessages } from '../queue/sentmessages';
import { useTaskDrop } from '../tasks/taskdrag';
import { CommandButton, ErrorLine, Run, Tools, useRun } from '../ui/action';
import type { Clock } from '../ui/clock';
import { Command } from '../ui/command';
import { openMenu } from '../ui/menu';
import { MenuButton } from '../ui/menubutton';
import { Facts } from './facts';
import { sessionMenu } from './sessionmenu';

export interface RowProps {
  tools: Tools;
  clock: Clock;
  queues: Queues;
  sent: SentMessages;
  session: SessionModel;
  /** Undefined while it is not known. */
  queue: QueueModel | undefined;
  /** Whether its details are shown. */
  open: boolean;
  /** Whether Tab comes to this row of the list. */
  reached: boolean;
  onToggle(session: string, open: boolean): void;
  onFocus(session: string): void;
}

/** Drawn again only if something of it has changed. */
export const Row = memo(function Row(props: RowProps): JSX.Element {
  const { tools, queues, session, queue, open } = props;
  const [run, error] = useRun(tools);
  const [made, setMade] = useState(open);
  if (open && !made) {
    setMade(true);
  }
  const { id, status } = session;
  const alive = status.state !== 'exited';
  const drop = useTaskDrop(task => void run(Command.assignTask, { task, agent: session.agent }));
  const see = () => void (status.seen || run(Command.markSeen, { session: id }));
  const show = (shown: boolean) => {
    props.onToggle(id, shown);
    see();
  };
  return (
    <li
      className="jp-AreYouJ-row"
      data-agent={session.agent}
      data-look={look(status)}
      {...(alive && drop)}
      onContextMenu={event => {
        if (!event.shiftKey && !(event.target instanceof HTMLTextAreaElement)) {
          event.preventDefault();
          openMenu(tools.commands, sessionMenu(session), event.clientX, event.clientY);
        }
      }}
    >
      <div className="jp-AreYouJ-top">
        <Head {...props} onShow={show} onOpen={() => void (run(Command.openTerminal, { session: id }), see())} />
        <MenuButton tools={tools} about={session.agent} entries={() => sessionMenu(session)} />
      </div>
      {!open && <HeldNote tools={tools} run={run} session={session} />}
      {/* Hidden, not removed, so that a half-written message stays; but not there before it was asked for. */}
      <div id={detailsId(id)} className="jp-AreYouJ-details" hidden={!open}>
        {made && alive && <SendBox tools={tools} run={run} sent={props.sent} session={session} />}
        {open && <QueueDrawer tools={tools} run={run} queues={queues} session={session} queue={queue} />}
        {made && <Buttons tools={tools} run={run} session={session} />}
      </div>
      <ErrorLine text={error} />
    </li>
  );
});

/** The line that is always there. Click or Space shows the details, double click or Enter the terminal. */
function Head(props: RowProps & { onShow(open: boolean): void; onOpen(): void }): JSX.Element {
  const { tools, clock, session, queue, open, onShow, onOpen } = props;
  const { status } = session;
  const doing =
    holderWords(status, tools.trans) || (['exited', 'idle'].includes(status.state) && status.reason) || atWork(queue);
  return (
    <button
      type="button"
      className="jp-AreYouJ-head"
      tabIndex={props.reached ? 0 : -1}
      aria-expanded={open}
      aria-controls={detailsId(session.id)}
      aria-keyshortcuts="Enter"
      title={`${session.agent} · ${session.project_path}`}
      onFocus={() => props.onFocus(session.id)}
      onClick={event => event.detail < 2 && onShow(!open)}
      onDoubleClick={() => {
        onShow(true);
        onOpen();
      }}
      onKeyDown={event => {
        if (pressed(event) === 'Enter') {
          event.preventDefault();
          onOpen();
        }
      }}
    >
      <span className="jp-AreYouJ-glyph" aria-hidden="true">
        {GLYPHS[look(status)]}
      </span>
      <span className="jp-AreYouJ-name">{session.agent}</span>
      <span className="jp-AreYouJ-state">
        <UseSignal signal={clock.ticked}>{() => <>{words(status, clock.now(), tools.trans)}</>}</UseSignal>
      </span>
      {doing && <span className="jp-AreYouJ-doing">{visible(doing)}</span>}
      <Facts tools={tools} session={session} />
    </button>
  );
}

function Buttons({ tools, run, session }: { tools: Tools; run: Run; session: SessionModel }): JSX.Element {
  const common = { tools, run, args: { session: session.id }, about: session.agent };
  const exited = session.status.state === 'exited';
  const shown = exited
    ? [Command.openMessages, Command.restart, Command.dismiss]
    : [Command.openTerminal, Command.openMessages, Command.interrupt, Command.stop];
  return (
    <div className="jp-AreYouJ-buttons">
      {shown.map(command => (
        <CommandButton key={command} command={command} {...common} />
      ))}
    </div>
  );
}

/** The first line of the message that is worked on. */
function atWork(queue: QueueModel | undefined): string | undefined {
  return queue?.messages.find(({ status }) => status === 'processing')?.content.split('\n', 1)[0];
}

function detailsId(id: string): string {
  return `jp-AreYouJ-details-${id}`;
}
