// Who needs a person: each open prompt as a card, the one that waits longest first.

import React from 'react';

import type { Prompt, SessionModel } from '../../core/api.gen';
import { needsHand } from '../../core/held';
import { HeldCard } from '../queue/held';
import { ErrorLine, Tools, useRun } from '../ui/action';
import type { Clock } from '../ui/clock';
import { Section } from '../ui/section';
import { PromptCard } from './prompt';

type Asking = SessionModel & { status: { prompt: Prompt } };

/** The error of an answer stays here when its card has gone. */
export function NeedsYou(props: { tools: Tools; clock: Clock; sessions: SessionModel[] }): JSX.Element | null {
  const { tools, clock } = props;
  const [run, error] = useRun(tools);
  const asking = props.sessions.filter((session): session is Asking => session.status.prompt !== null);
  asking.sort((left, right) => left.status.prompt.since - right.status.prompt.since);
  const held = props.sessions.filter(needsHand);
  if (asking.length + held.length === 0 && !error) {
    return null;
  }
  return (
    <Section title={tools.trans.__('Needs you')} count={asking.length + held.length} className="jp-AreYouJ-needs">
      <ErrorLine text={error} />
      {asking.map(session => (
        <PromptCard
          key={`${session.id} ${session.status.prompt.id}`}
          tools={tools}
          clock={clock}
          run={run}
          session={session}
          prompt={session.status.prompt}
        />
      ))}
      {held.map(session => (
        <HeldCard key={session.id} tools={tools} run={run} session={session} />
      ))}
    </Section>
  );
}
