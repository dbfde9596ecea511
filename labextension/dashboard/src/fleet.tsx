// The table of all sessions.

import type { JSX } from 'preact';
import type { SessionModel } from '../../core/api.gen';
import { visible } from '../../core/harmless';
import { cost, size, words } from '../../core/words';
import { useDesk, useNow } from './desk';
import { StatusMark } from './tabbar';
import { trans } from './translation';

export function Fleet({ sessions }: { sessions: SessionModel[] }): JSX.Element {
  const { crew } = useDesk();
  if (crew.connection === 'connecting') {
    return <p class="hint">{trans.__('Connecting…')}</p>;
  }
  if (!sessions.length) {
    return (
      <p class="hint">{trans.__('No agent is running. Start one below, or with crew.start("writer", "echo").')}</p>
    );
  }
  const heads = [
    trans.__('Agent'),
    trans.__('Status'),
    trans.__('Works on'),
    trans.__('Waiting'),
    trans.__('Memory'),
    trans.__('Cost')
  ];
  return (
    <table class="fleet" aria-label={trans.__('Agents')}>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sessions.map(session => (
          <Row key={session.id} session={session} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ session }: { session: SessionModel }): JSX.Element {
  const { queues, open } = useDesk();
  const now = useNow();
  const { id, agent, spec, project_path, status, pending, metrics } = session;
  const current = queues.queue(id)?.messages.find(message => message.status === 'processing');
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" title={`${spec} · ${project_path}`} onClick={() => open(id)}>
          {agent}
        </button>
      </th>
      <td class="nowrap">
        <StatusMark status={status} /> {words(status, now, trans)}
      </td>
      <td class="doing">{current && visible(current.content)}</td>
      <td>{pending || ''}</td>
      <td class="nowrap">{metrics.rss_bytes === null ? '' : size(metrics.rss_bytes)}</td>
      <td>{cost(metrics.cost_usd)}</td>
    </tr>
  );
}
