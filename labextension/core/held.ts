// Why a queue does not move, in plain sentences; areyouj_jupyter/kernel/tables/held_queue.py says the same in a notebook. Pure.

import type { SessionModel, StatusModel } from './api.gen';
import type { Translation } from './translation';
import { clock } from './words';

/** What a person can do about it in one click. */
export type WayOut = 'clear' | 'resume' | 'restart' | 'interrupt';

const WAYS_OUT: Readonly<Record<string, WayOut>> = { composer: 'clear', paused: 'resume', lost: 'restart' };

/** Whether messages of a session have waited for long, for a reason that no other part of a view tells. */
export function isHeld({ status, pending }: SessionModel): boolean {
  return pending > 0 && status.blocked_since !== null && status.prompt === null;
}

/** Whether only a person can end that, and does not know it yet: who paused a queue does. */
export function needsHand(session: SessionModel): boolean {
  const { blocked, until } = session.status;
  return isHeld(session) && blocked !== 'paused' && !(blocked === 'rate limit' && until);
}

export function wayOut({ blocked, until }: StatusModel): WayOut | undefined {
  return blocked === 'rate limit' && !until ? 'interrupt' : WAYS_OUT[blocked ?? ''];
}

/** The label of the button. */
export function wayOutWords(way: WayOut, trans: Translation): string {
  switch (way) {
    case 'clear':
      return trans.__('Clear the input and send');
    case 'resume':
      return trans.__('Resume queue');
    case 'restart':
      return trans.__('Restart');
    case 'interrupt':
      return trans.__('Try again');
  }
}

export function heldWords({ blocked, until }: StatusModel, trans: Translation): string {
  switch (blocked) {
    case 'composer':
      return trans.__(
        'Messages wait: there is text in the agent’s input line. Send it from the terminal, or clear it.'
      );
    case 'paused':
      return trans.__('Messages wait: the queue is paused.');
    case 'starting':
      return trans.__('Messages wait: the agent is still starting. Its terminal shows why.');
    case 'stopping':
      return trans.__('Messages wait: the agent is still stopping.');
    case 'dialog':
      return trans.__('Messages wait: the agent shows a dialog. Answer it in the terminal.');
    case 'rate limit':
      return until
        ? trans.__('Messages wait: the agent has reached its usage limit and continues at %1.', clock(until))
        : trans.__('Messages wait: the agent has reached its usage limit. Interrupt it to go on.');
    case 'lost':
      return trans.__('Messages wait: the agent has ended.');
    case 'reduced screen':
      return trans.__('Messages wait: the agent’s screen cannot be read well enough to send safely.');
    case 'not answering':
      return trans.__('Messages wait: the agent’s terminal is not responding.');
    default:
      return trans.__('Messages wait: %1.', blocked ?? trans.__('unknown'));
  }
}
