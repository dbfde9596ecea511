// The small line of facts about a session: what and where it is, what waits, what it uses.

import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import React, { Fragment } from 'react';

import type { Metrics, SessionModel } from '../../core/api.gen';
import { cost, size, tokens } from '../../core/words';
import type { Tools } from '../ui/action';
import { specIcon } from '../ui/specicon';

/** A fact as it is shown, and in full words where it is shown short. */
type Fact = [shown: string, words?: string];

export function Facts({ tools: { trans }, session }: { tools: Tools; session: SessionModel }): JSX.Element {
  const { spec, project_path, pending, status, metrics } = session;
  const facts: Fact[] = [
    [spec],
    [PathExt.basename(project_path)],
    [pending ? trans.__('%1 queued', pending) : ''],
    [status.paused ? trans.__('queue paused') : ''],
    ...uses(metrics, trans)
  ];
  const icon = specIcon(spec);
  return (
    <span className="jp-AreYouJ-facts">
      <icon.react tag="span" className="jp-AreYouJ-spec" aria-hidden="true" />
      {facts
        .filter(([shown]) => shown)
        .map(([shown, words], place) => (
          <Fragment key={shown}>
            {place > 0 && ' · '}
            {words ? (
              <span title={words}>
                <span aria-hidden="true">{shown}</span>
                <span className="jp-AreYouJ-heard">{words}</span>
              </span>
            ) : (
              shown
            )}
          </Fragment>
        ))}
    </span>
  );
}

/** Memory, cost and context, as far as they are known. */
function uses({ rss_bytes, cost_usd, context_tokens, context_window }: Metrics, trans: TranslationBundle): Fact[] {
  const memory = rss_bytes ? size(rss_bytes) : '';
  const spent = cost(cost_usd);
  const [taken, all] = [tokens(context_tokens ?? 0), tokens(context_window ?? 0)];
  const share = context_window ? `${Math.round((100 * (context_tokens ?? 0)) / context_window)}%` : '';
  return [
    [memory, trans.__('%1 of memory', memory)],
    [spent, trans.__('%1 since its process started', spent)],
    share && context_tokens
      ? [trans.__('context %1', share), trans.__('%1 of %2 context tokens used', taken, all)]
      : [context_tokens ? trans.__('%1 tokens', taken) : '', trans.__('%1 tokens of context', taken)]
  ];
}
