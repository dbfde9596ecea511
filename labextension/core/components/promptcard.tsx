// The dialog in which an agent waits for a person, and its choices.

import React, { ReactNode, useState } from 'react';

import type { Prompt, SessionModel } from '../api.gen';
import { visible } from '../harmless';
import type { Translation } from '../translation';
import { carded } from '../words';
import type { ClassOf } from './classof';
import { OtherAnswer } from './otheranswer';

export type Answer = { choice: string } | { text: string };

export interface PromptCardProps {
  trans: Translation;
  classOf: ClassOf;
  session: SessionModel;
  prompt: Prompt;
  /** Who asks what, and since when. */
  asker: ReactNode;
  /** What else can be done about it. */
  further?: ReactNode;
  /** Resolves to whether the answer was taken. */
  onAnswer(answer: Answer): Promise<boolean>;
}

/** One card per prompt: after a first answer it takes none, unless that was refused. */
export function PromptCard(props: PromptCardProps): React.JSX.Element {
  const { trans, classOf, session, prompt, asker, further, onAnswer } = props;
  const { agent, id } = session;
  const [answered, setAnswered] = useState(false);
  const answer = async (given: Answer) => {
    if (!answered) {
      setAnswered(true);
      setAnswered(await onAnswer(given));
    }
  };
  const label = trans.__('%1 asks: %2', agent, prompt.kind);
  return (
    <article
      className={classOf('prompt')}
      aria-label={label}
      aria-busy={answered}
      data-asking={agent}
      data-session={id}
    >
      {asker}
      <pre tabIndex={0} aria-label={label}>
        {visible(carded(prompt.text))}
      </pre>
      <div className={classOf('choices')}>
        {prompt.choices.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            className={`${classOf('button')} ${classOf('choice')}`}
            disabled={answered}
            onClick={() => void answer({ choice: key })}
          >
            <b>{key}</b> {visible(label)}
          </button>
        ))}
        {prompt.takes_text && (
          <OtherAnswer
            {...{ trans, classOf, agent, answered }}
            kind={prompt.kind}
            onAnswer={text => void answer({ text })}
          />
        )}
      </div>
      {further}
    </article>
  );
}
