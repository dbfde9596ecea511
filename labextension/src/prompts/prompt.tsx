// The dialog in which an agent waits for a person, with the commands that answer it and show its terminal.

import { UseSignal } from '@jupyterlab/ui-components';
import React from 'react';

import type { Prompt, SessionModel } from '../../core/api.gen';
import { PromptCard as Card } from '../../core/components/promptcard';
import { elapsed, GLYPHS } from '../../core/words';
import { CommandButton, Run, Tools } from '../ui/action';
import { classOf } from '../ui/classof';
import type { Clock } from '../ui/clock';
import { Command } from '../ui/command';

export interface PromptProps {
  tools: Tools;
  clock: Clock;
  run: Run;
  session: SessionModel;
  prompt: Prompt;
}

export function PromptCard({ tools, clock, run, session, prompt }: PromptProps): JSX.Element {
  const { agent, id } = session;
  return (
    <Card
      {...{ classOf, session, prompt }}
      trans={tools.trans}
      asker={<Asker clock={clock} agent={agent} prompt={prompt} />}
      further={
        <CommandButton {...{ tools, run }} command={Command.openTerminal} args={{ session: id }} about={agent} />
      }
      onAnswer={given => run(Command.answer, { session: id, prompt: prompt.id, ...given })}
    />
  );
}

/** Who asks what, and since when. */
function Asker({ clock, agent, prompt }: { clock: Clock; agent: string; prompt: Prompt }): JSX.Element {
  return (
    <header>
      <span className="jp-AreYouJ-glyph" aria-hidden="true">
        {GLYPHS['needs-you']}
      </span>
      <b className="jp-AreYouJ-name" title={agent}>
        {agent}
      </b>
      <span className="jp-AreYouJ-state">
        {prompt.kind} · <UseSignal signal={clock.ticked}>{() => <>{elapsed(clock.now() - prompt.since)}</>}</UseSignal>
      </span>
    </header>
  );
}
