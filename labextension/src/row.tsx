// One session in the list.

import { PathExt } from '@jupyterlab/coreutils';
import { UseSignal } from '@jupyterlab/ui-components';
import React from 'react';

import { CommandButton, ErrorLine, Tools, useRun } from './action';
import type { SessionModel } from './api.gen';
import type { Clock } from './clock';
import { Command } from './commands';
import { PromptCard } from './prompt';
import { SendBox } from './sendbox';
import { GLYPHS, look, words } from './words';

export interface RowProps {
  tools: Tools;
  clock: Clock;
  session: SessionModel;
  /** Whether its details are shown. */
  open: boolean;
  /** Whether Tab comes to this row of the list. */
  reached: boolean;
  onToggle(open: boolean): void;
  onFocus(): void;
}

export function Row(props: RowProps): JSX.Element {
  const { tools, session, open } = props;
  const [run, error] = useRun(tools);
  const { id, status } = session;
  const see = () => void (status.seen || run(Command.markSeen, { session: id }));
  return (
    <li className="jp-AreYouJ-row" data-agent={session.agent} data-look={look(status)}>
      <Head
        {...props}
        onShow={shown => {
          props.onToggle(shown);
          see();
        }}
        onOpen={() => {
          void run(Command.openTerminal, { session: id });
          see();
        }}
      />
      {status.prompt && <PromptCard tools={tools} run={run} session={session} prompt={status.prompt} />}
      {/* Hidden, not removed, so that a half-written message stays. */}
      <div id={detailsId(id)} className="jp-AreYouJ-details" hidden={!open}>
        {status.state !== 'exited' && <SendBox tools={tools} run={run} session={session} />}
        <Buttons tools={tools} run={run} session={session} />
      </div>
      <ErrorLine text={error} />
    </li>
  );
}

/** The line that is always there. Click or Space shows the details, double click or Enter the terminal. */
function Head(props: RowProps & { onShow(open: boolean): void; onOpen(): void }): JSX.Element {
  const { tools, clock, session, open, onShow, onOpen } = props;
  const { status, pending } = session;
  return (
    <button
      type="button"
      className="jp-AreYouJ-head"
      tabIndex={props.reached ? 0 : -1}
      aria-expanded={open}
      aria-controls={detailsId(session.id)}
      aria-keyshortcuts="Enter"
      title={session.project_path}
      onFocus={props.onFocus}
      onClick={event => event.detail < 2 && onShow(!open)}
      onDoubleClick={() => {
        onShow(true);
        onOpen();
      }}
      onKeyDown={event => {
        if (event.key === 'Enter') {
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
      <span className="jp-AreYouJ-facts">
        {[session.spec, PathExt.basename(session.project_path), queued(pending, status.paused, tools)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {status.state === 'exited' && status.reason && <span className="jp-AreYouJ-facts">{status.reason}</span>}
    </button>
  );
}

function Buttons({ tools, run, session }: Pick<RowProps, 'tools' | 'session'> & { run: ReturnType<typeof useRun>[0] }) {
  const common = { tools, run, args: { session: session.id }, about: session.agent };
  const exited = session.status.state === 'exited';
  const shown = exited
    ? [Command.restart, Command.dismiss]
    : [Command.openTerminal, Command.interrupt, Command.stop];
  return (
    <div className="jp-AreYouJ-buttons">
      {shown.map(command => (
        <CommandButton key={command} command={command} {...common} />
      ))}
    </div>
  );
}

function queued(pending: number, paused: boolean, { trans }: Tools): string {
  const text = pending ? trans._n('%1 message waits', '%1 messages wait', pending) : '';
  return paused ? [text, trans.__('queue paused')].filter(Boolean).join(', ') : text;
}

function detailsId(id: string): string {
  return `jp-AreYouJ-details-${id}`;
}
