// Where the agents run, if another server runs them.

import React from 'react';

import type { Owner } from '../api.gen';
import { addressOf } from '../otherserver';
import type { Translation } from '../translation';

export interface OtherServerProps {
  className: string;
  owner: Owner;
  trans: Translation;
}

export function OtherServer({ className, owner, trans }: OtherServerProps): React.JSX.Element {
  const address = addressOf(owner, window.location.href);
  return (
    <p className={className} role="status">
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
