// Where the agents run, if another server runs them.

import type { Owner } from './api.gen';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * What to open to get to that server; undefined where its address leads nowhere from here.
 *
 * A JupyterHub that does not know its own address gives a path: it is on the host that the page came from.
 */
export function addressOf({ url }: Owner, page: string): string | undefined {
  if (!url || !URL.canParse(url, page)) {
    return undefined;
  }
  const [there, here] = [new URL(url, page), new URL(page)];
  const reachable = !LOOPBACK.test(there.hostname) || LOOPBACK.test(here.hostname);
  return /^https?:$/.test(there.protocol) && reachable ? there.href : undefined;
}
