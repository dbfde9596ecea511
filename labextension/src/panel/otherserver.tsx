// Where the agents run, if another server runs them.

import React from 'react';

import type { Owner } from '../../core/api.gen';
import { addressOf } from '../../core/otherserver';
import type { Tools } from '../ui/action';

export function OtherServer({ owner, tools: { trans } }: { owner: Owner; tools: Tools }): JSX.Element {
  const address = addressOf(owner, window.location.href);
  return (
    <p className="jp-AreYouJ-banner" role="status">
      <b>{trans.__('Your agents run in another Jupyter server:')}</b>{' '}
      {address ? (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {address}
        </a>
      ) : (
        trans.__('%1 on %2', owner.url, owner.host)
      )}
      {'. '}
      {trans.__('This server takes over automatically when that one stops.')}
    </p>
  );
}
