// What to do when there is no connection.

import React, { useEffect, useState } from 'react';

import { ServerError } from '../../core/answer';
import type { Crew } from '../../core/crew';
import { readHealth } from '../../core/restapi';
import type { Tools } from '../ui/action';

/** The server may answer nevertheless, and then says itself why it gives no events. */
export function Banner({ crew, tools: { trans } }: { crew: Crew; tools: Tools }): JSX.Element {
  const [why, setWhy] = useState('');
  useEffect(() => {
    readHealth(crew.server).catch((error: Error) => {
      setWhy(error instanceof ServerError ? error.message : '');
    });
  }, [crew]);
  return (
    <p className="jp-AreYouJ-banner" role="alert">
      <b>{trans.__('Connection lost, reconnecting…')}</b> {why} {trans.__('Showing the last known state.')}{' '}
      {trans.__('If this does not go away, check that the Jupyter server is running, then reload the page.')}
    </p>
  );
}
