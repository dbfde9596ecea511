// All agents together: who needs you, who works, who is done; the tasks; a new agent.

import type { JSX } from 'preact';
import type { SessionModel } from '../../core/api.gen';
import { createSession } from '../../core/restapi';
import { GLYPHS, lookWords, totals } from '../../core/words';
import { AgentForm } from './agentform';
import { Button, Problem } from './button';
import { useDesk, useRun } from './desk';
import { Fleet } from './fleet';
import { PromptCard } from './prompt';
import { HeldNote } from './queue/held';
import { TaskList } from './tasklist';
import { trans } from './translation';

export function Overview({ sessions }: { sessions: SessionModel[] }): JSX.Element {
  const [run, problem, dismiss] = useRun();
  return (
    <div class="overview">
      <p class="totals">
        {totals(sessions).map(([look, count]) => (
          <span key={look} data-look={look}>
            <span class="glyph" data-look={look} aria-hidden="true">
              {GLYPHS[look]}
            </span>{' '}
            <b>{count}</b> {lookWords(look, count, trans)}
          </span>
        ))}
      </p>
      <Problem text={problem} onDismiss={dismiss} />
      {sessions.map(
        session =>
          session.status.prompt && (
            <PromptCard key={session.status.prompt.id} session={session} prompt={session.status.prompt} run={run} />
          )
      )}
      {sessions.map(session => (
        <HeldNote key={session.id} session={session} run={run} />
      ))}
      <Fleet sessions={sessions} />
      <Stopped />
      <AgentForm />
      <TaskList run={run} />
    </div>
  );
}

/** Agents that do not run. */
function Stopped(): JSX.Element | null {
  const { crew, open } = useDesk();
  const [run, problem, dismiss] = useRun();
  const { server, stopped, owner } = crew;
  const start = (agent: string) => run(createSession(server, { agent }).then(session => open(session.id)));
  return stopped.length && !owner ? (
    <section class="stopped" aria-label={trans.__('Not running')}>
      <Problem text={problem} onDismiss={dismiss} />
      <p class="facts">{trans.__('Not running:')}</p>
      {stopped.map(({ id, name }) => (
        <Button key={id} label={name} hint={trans.__('Start %1', name)} act={() => void start(name)} />
      ))}
    </section>
  ) : null;
}
