// Where the agents run, if another server runs them.

import type { JSX } from 'preact';

import type { Owner } from '../../core/api.gen';
import { addressOf } from '../../core/otherserver';
import { trans } from './translation';

export function OtherServer({ owner }: { owner: Owner }): JSX.Element {
  const address = addressOf(owner, location.href);
  return (
    <p class="notice" role="status">
      {trans.__('Your agents run in another Jupyter server:')}{' '}
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
