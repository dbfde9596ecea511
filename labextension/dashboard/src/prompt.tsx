// The dialog in which an agent waits for a person, and its choices.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { Prompt, SessionModel } from '../../core/api.gen';
import { visible } from '../../core/harmless';
import { answerPrompt } from '../../core/restapi';
import { carded, elapsed, GLYPHS } from '../../core/words';
import { Run, useDesk, useNow } from './desk';
import { trans } from './translation';

type Answer = { choice: string } | { text: string };

/** One card per prompt, whose id goes with the answer: after a first one it takes none, unless that was refused. */
export function PromptCard(props: { session: SessionModel; prompt: Prompt; run: Run }): JSX.Element {
  const { session, prompt, run } = props;
  const { crew } = useDesk();
  const now = useNow();
  const [answered, setAnswered] = useState(false);
  const answer = async (given: Answer) => {
    if (!answered) {
      setAnswered(true);
      setAnswered(await run(answerPrompt(crew.server, session.id, { prompt_id: prompt.id, ...given })));
    }
  };
  const label = trans.__('%1 asks: %2', session.agent, prompt.kind);
  return (
    <article class="prompt" aria-label={label} aria-busy={answered} data-session={session.id}>
      <p class="facts">
        <span class="glyph" data-look="needs-you" aria-hidden="true">
          {GLYPHS['needs-you']}
        </span>{' '}
        <b>{session.agent}</b> · {prompt.kind} · {elapsed(now - prompt.since)}
      </p>
      <pre tabIndex={0} aria-label={label}>
        {visible(carded(prompt.text))}
      </pre>
      <div class="choices">
        {prompt.choices.map(choice => (
          <button
            key={choice.key}
            type="button"
            class="button"
            disabled={answered}
            onClick={() => void answer({ choice: choice.key })}
          >
            <b>{choice.key}</b> {visible(choice.label)}
          </button>
        ))}
        {prompt.takes_text && <OtherAnswer {...props} answered={answered} onAnswer={text => void answer({ text })} />}
      </div>
    </article>
  );
}

/** Free text; of a permission, why it is refused. */
function OtherAnswer(props: {
  session: SessionModel;
  prompt: Prompt;
  answered: boolean;
  onAnswer(text: string): void;
}): JSX.Element {
  const [text, setText] = useState('');
  const refusal = props.prompt.kind === 'permission';
  const { agent } = props.session;
  return (
    <form
      class="line"
      onSubmit={event => {
        event.preventDefault();
        props.onAnswer(text);
      }}
    >
      <input
        value={text}
        disabled={props.answered}
        placeholder={refusal ? trans.__('No, do this instead…') : trans.__('Other answer…')}
        aria-label={refusal ? trans.__('What should %1 do instead?', agent) : trans.__('Other answer for %1', agent)}
        onInput={event => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={props.answered || !text.trim()}>
        {trans.__('Answer')}
      </button>
    </form>
  );
}
