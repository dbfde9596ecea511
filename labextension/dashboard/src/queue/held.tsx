// Why the queue of a session does not move, and the button that ends it.

import type { JSX } from 'preact';

import type { SessionModel } from '../../../core/api.gen';
import { heldWords, isHeld, WayOut, wayOut, wayOutWords } from '../../../core/held';
import { clearInput, interruptSession, pauseQueue, restartSession } from '../../../core/restapi';
import { Button } from '../button';
import { Run, useDesk } from '../desk';
import { trans } from '../translation';

/** Nothing while the queue moves. */
export function HeldNote({ session, run }: { session: SessionModel; run: Run }): JSX.Element | null {
  const { server } = useDesk().crew;
  const { id, agent, status } = session;
  const way = wayOut(status);
  const acts: Record<WayOut, () => Promise<unknown>> = {
    clear: () => clearInput(server, id),
    resume: () => pauseQueue(server, id, { paused: false }),
    restart: () => restartSession(server, id),
    interrupt: () => interruptSession(server, id)
  };
  return isHeld(session) ? (
    <div class="held" data-session={id}>
      <p role="status">
        <b>{agent}</b> · {heldWords(status, trans)}
      </p>
      {way && <Button label={wayOutWords(way, trans)} act={() => void run(acts[way]())} />}
    </div>
  ) : null;
}
