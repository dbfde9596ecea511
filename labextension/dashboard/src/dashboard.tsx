// The whole dashboard: a tab for all agents together, and one per session.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import type { SessionModel } from '../../core/api.gen';
import { OtherServer } from '../../core/components/otherserver';
import type { Crew } from '../../core/crew';
import { announcement, byName } from '../../core/words';
import { AgentTab } from './agenttab';
import { Known, Provider, useSignal } from './desk';
import { Overview } from './overview';
import type { Server } from './server/server';
import { Tab, TabBar } from './tabbar';
import { trans } from './translation';
import type { Model } from './widget';

const ALL = 'all';

export function Dashboard({ model, ...known }: Known & { model: Model }): JSX.Element {
  const { crew, queues, tasks } = known;
  useSignal(crew.changed);
  useSignal(queues.changed);
  useSignal(tasks.changed);
  const announced = useAnnouncement(crew);
  const [chosen, setChosen] = useState(ALL);
  const opened = useRef(new Set<string>()).current; // a tab once shown stays, with what was written in it
  const sessions = crew.sessions.sort(byName);
  const shown = sessions.some(session => session.id === chosen) ? chosen : ALL;
  opened.add(shown);
  useEffect(() => setChosen(shown), [shown]);
  return (
    <Provider value={{ ...known, model, open: setChosen }}>
      <section class="dashboard" aria-label={trans.__('Agents')} style={{ '--height': `${model.get('height')}px` }}>
        <TabBar tabs={tabs(sessions)} shown={shown} onChoose={setChosen} />
        <Notice crew={crew} />
        <div role="tabpanel" aria-labelledby="tab-all" hidden={shown !== ALL} tabIndex={-1}>
          <Overview sessions={sessions} />
        </div>
        {sessions
          .filter(session => opened.has(session.id))
          .map(session => (
            <AgentTab key={session.id} session={session} shown={session.id === shown} />
          ))}
        <div class="aloud" role="status">
          {announced}
        </div>
      </section>
    </Provider>
  );
}

/** Two conversations of one agent have the beginning of their ids in their tabs. */
function tabs(sessions: SessionModel[]): Tab[] {
  const twice = ({ agent }: SessionModel) => sessions.filter(other => other.agent === agent).length > 1;
  const label = (session: SessionModel) => session.agent + (twice(session) ? ` ${session.id.slice(0, 4)}` : '');
  return [
    { id: ALL, label: trans.__('All agents') },
    ...sessions.map(session => ({ id: session.id, label: label(session), status: session.status }))
  ];
}

/** What to say aloud of the last change. */
function useAnnouncement({ moved }: Crew): string {
  const [text, setText] = useState('');
  useEffect(
    () => moved.connect(({ before, after }) => setText(said => announcement(before, after, trans) || said)),
    [moved]
  );
  return text;
}

/** What stands between a person and the agents. */
function Notice({ crew }: { crew: Crew<Server> }): JSX.Element {
  return (
    <>
      {crew.connection === 'lost' && (
        <p class="notice" role="alert">
          {trans.__('Connection lost, reconnecting…')}
        </p>
      )}
      {crew.connection === 'open' && crew.owner && <OtherServer className="notice" owner={crew.owner} trans={trans} />}
      {!crew.server.direct && !crew.owner && (
        <p class="notice">
          {trans.__(
            'This page cannot reach the agents’ server, so the kernel relays everything: ' +
              'what you do waits while a cell runs, and terminals are shown as text.'
          )}
        </p>
      )}
    </>
  );
}
