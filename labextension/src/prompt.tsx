// The dialog in which an agent waits for a person, and its choices.

import React from 'react';

import type { Run, Tools } from './action';
import type { Prompt, SessionModel } from './api.gen';
import { Command } from './commands';

export function PromptCard(props: { tools: Tools; run: Run; session: SessionModel; prompt: Prompt }): JSX.Element {
  const { tools, run, session, prompt } = props;
  const label = tools.trans.__('%1 asks', session.agent);
  return (
    <div className="jp-AreYouJ-prompt" role="group" aria-label={label}>
      <pre tabIndex={0} aria-label={label}>
        {prompt.text}
      </pre>
      {prompt.choices.map(choice => (
        <button
          key={`${prompt.id} ${choice.key}`}
          type="button"
          className="jp-AreYouJ-button jp-AreYouJ-choice"
          onClick={() => void run(Command.answer, { session: session.id, prompt: prompt.id, choice: choice.key })}
        >
          <b>{choice.key}</b> {choice.label}
        </button>
      ))}
      {prompt.choices.length === 0 && <p>{tools.trans.__('Answer it in the terminal.')}</p>}
    </div>
  );
}
