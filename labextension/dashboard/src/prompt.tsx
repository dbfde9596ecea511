// The dialog in which an agent waits for a person, answered by its session's server.

import type { JSX } from 'preact';

import type { Prompt, SessionModel } from '../../core/api.gen';
import { PromptCard as Card } from '../../core/components/promptcard';
import { answerPrompt } from '../../core/restapi';
import { elapsed, GLYPHS } from '../../core/words';
import { classOf } from './classof';
import { Run, useDesk, useNow } from './desk';
import { trans } from './translation';

export function PromptCard(props: { session: SessionModel; prompt: Prompt; run: Run }): JSX.Element {
  const { session, prompt, run } = props;
  const { server } = useDesk().crew;
  return (
    <Card
      {...{ trans, classOf, session, prompt }}
      asker={<Asker agent={session.agent} prompt={prompt} />}
      onAnswer={given => run(answerPrompt(server, session.id, { prompt_id: prompt.id, ...given }))}
    />
  );
}

/** Who asks what, and since when. */
function Asker({ agent, prompt }: { agent: string; prompt: Prompt }): JSX.Element {
  return (
    <p class="facts">
      <span class="glyph" data-look="needs-you" aria-hidden="true">
        {GLYPHS['needs-you']}
      </span>{' '}
      <b>{agent}</b> · {prompt.kind} · {elapsed(useNow() - prompt.since)}
    </p>
  );
}
