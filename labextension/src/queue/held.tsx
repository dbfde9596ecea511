// Why the queue of a session does not move, and the button that ends it.

import React from 'react';

import type { SessionModel } from '../../core/api.gen';
import { heldWords, isHeld, needsHand, WayOut, wayOut } from '../../core/held';
import { GLYPHS } from '../../core/words';
import { CommandButton, Run, Tools } from '../ui/action';
import { Command } from '../ui/command';

const COMMANDS: Readonly<Record<WayOut, string>> = {
  clear: Command.clearInput,
  resume: Command.resumeQueue,
  restart: Command.restart,
  interrupt: Command.interrupt
};

interface HeldProps {
  tools: Tools;
  run: Run;
  session: SessionModel;
}

/** The sentence with its button; nothing while the queue moves. */
export function HeldNote({ tools, run, session }: HeldProps): JSX.Element | null {
  return isHeld(session) ? (
    <div className="jp-AreYouJ-held">
      <p role="status">{heldWords(session.status, tools.trans)}</p>
      <Ways tools={tools} run={run} session={session} />
    </div>
  ) : null;
}

/** The same among what needs a person. */
export function HeldCard({ tools, run, session }: HeldProps): JSX.Element | null {
  return needsHand(session) ? (
    <article
      className="jp-AreYouJ-prompt"
      aria-label={tools.trans.__('Messages wait for %1', session.agent)}
      data-session={session.id}
    >
      <header>
        <span className="jp-AreYouJ-glyph" aria-hidden="true">
          {GLYPHS['needs-you']}
        </span>
        <span className="jp-AreYouJ-name">{session.agent}</span>
      </header>
      <p>{heldWords(session.status, tools.trans)}</p>
      <Ways tools={tools} run={run} session={session} />
    </article>
  ) : null;
}

function Ways({ tools, run, session }: HeldProps): JSX.Element {
  const way = wayOut(session.status);
  const commands = way ? [COMMANDS[way]] : [];
  const offered = way === 'resume' ? commands : [...commands, Command.openTerminal];
  return (
    <div className="jp-AreYouJ-buttons">
      {offered.map(command => (
        <CommandButton
          key={command}
          tools={tools}
          run={run}
          command={command}
          args={{ session: session.id }}
          about={session.agent}
        />
      ))}
    </div>
  );
}
