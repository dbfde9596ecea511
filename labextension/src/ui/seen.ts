// When a person has seen what a session did.

import type { Crew } from '../../core/crew';
import { markSeen } from '../../core/restapi';

/** Whoever is in a view of a session has seen what it shows. node: the view's. */
export function see(crew: Crew, session: string, node: Node): void {
  const unseen = crew.session(session)?.status.seen === false;
  if (unseen && document.hasFocus() && node.contains(document.activeElement)) {
    void markSeen(crew.server, session).catch(() => undefined); // it stays marked in the list
  }
}
