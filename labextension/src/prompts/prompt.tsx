// The dialog in which an agent waits for a person, and its choices.

import { UseSignal } from '@jupyterlab/ui-components';
import React, { useState } from 'react';

import type { Prompt, SessionModel } from '../../core/api.gen';
import { visible } from '../../core/harmless';
import { pressed } from '../../core/keys';
import { carded, elapsed, GLYPHS } from '../../core/words';
import { CommandButton, Run, Tools } from '../ui/action';
import type { Clock } from '../ui/clock';
import { Command } from '../ui/command';

export interface PromptProps {
  tools: Tools;
  clock: Clock;
  run: Run;
  session: SessionModel;
  prompt: Prompt;
}

/** One card per prompt: after a first answer it takes none, unless that was refused. */
export function PromptCard({ tools, clock, run, session, prompt }: PromptProps): JSX.Element {
  const { trans } = tools;
  const [answered, setAnswered] = useState(false);
  const answer = async (given: { choice: string } | { text: string }) => {
    if (!answered) {
      setAnswered(true);
      setAnswered(await run(Command.answer, { session: session.id, prompt: prompt.id, ...given }));
    }
  };
  const label = trans.__('%1 asks: %2', session.agent, prompt.kind);
  return (
    <article
      className="jp-AreYouJ-prompt"
      aria-label={label}
      aria-busy={answered}
      data-asking={session.agent}
      data-session={session.id}
    >
      <Asker clock={clock} agent={session.agent} prompt={prompt} />
      <pre tabIndex={0} aria-label={label}>
        {visible(carded(prompt.text))}
      </pre>
      {prompt.choices.map(choice => (
        <button
          key={choice.key}
          type="button"
          className="jp-AreYouJ-button jp-AreYouJ-choice"
          disabled={answered}
          onClick={() => void answer({ choice: choice.key })}
        >
          <b>{choice.key}</b> {visible(choice.label)}
        </button>
      ))}
      {prompt.takes_text && (
        <OtherAnswer
          tools={tools}
          session={session}
          kind={prompt.kind}
          answered={answered}
          onAnswer={text => void answer({ text })}
        />
      )}
      <CommandButton
        tools={tools}
        run={run}
        command={Command.openTerminal}
        args={{ session: session.id }}
        about={session.agent}
      />
    </article>
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

/** Free text; of a permission, why it is refused. */
function OtherAnswer(props: {
  tools: Tools;
  session: SessionModel;
  kind: Prompt['kind'];
  answered: boolean;
  onAnswer(text: string): void;
}): JSX.Element {
  const { trans } = props.tools;
  const { agent } = props.session;
  const [text, setText] = useState('');
  const refusal = props.kind === 'permission';
  return (
    <form
      className="jp-AreYouJ-line"
      onSubmit={event => {
        event.preventDefault();
        props.onAnswer(text);
      }}
    >
      <input
        className="jp-mod-styled"
        value={text}
        disabled={props.answered}
        placeholder={refusal ? trans.__('No, do this instead…') : trans.__('Other answer…')}
        aria-label={refusal ? trans.__('What should %1 do instead?', agent) : trans.__('Other answer for %1', agent)}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (pressed(event) === 'Enter' && text.trim()) {
            event.preventDefault(); // a browser does not send a form by Enter in every place, say not in a cell
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      <button type="submit" className="jp-AreYouJ-button" disabled={props.answered || !text.trim()}>
        {trans.__('Answer')}
      </button>
    </form>
  );
}
