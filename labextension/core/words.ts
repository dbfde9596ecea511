// How a status is sorted and said. Pure functions.

import type { SessionModel, StatusModel } from './api.gen';
import type { Translation } from './translation';

/** What a person sees of a status, the most urgent first. */
export const LOOKS = ['needs-you', 'failed', 'done', 'working', 'starting', 'idle', 'exited'] as const;
export type Look = (typeof LOOKS)[number];

/** A sign per look, of different shape, so that colour is never the only one. */
export const GLYPHS: Readonly<Record<Look, string>> = {
  'needs-you': '▲',
  failed: '!',
  done: '✔',
  working: '◐',
  starting: '◌',
  idle: '○',
  exited: '✕'
};

export function look(status: StatusModel): Look {
  switch (status.state) {
    case 'awaiting_input':
      return 'needs-you';
    case 'idle':
      if (status.seen) {
        return 'idle';
      }
      return status.outcome === 'failed' ? 'failed' : 'done';
    case 'busy':
    case 'rate_limited':
    case 'stopping':
      return 'working';
    default:
      return status.state;
  }
}

/** The most urgent first, then those who wait longest for a person, then by name. */
export function bySeverity(left: SessionModel, right: SessionModel): number {
  const [first, second] = [look(left.status), look(right.status)];
  const waited = first === 'needs-you' ? left.status.since - right.status.since : 0;
  return LOOKS.indexOf(first) - LOOKS.indexOf(second) || waited || left.agent.localeCompare(right.agent);
}

/** By name; of two with one name, the older first. */
export function byName(left: SessionModel, right: SessionModel): number {
  return left.agent.localeCompare(right.agent) || left.started_at - right.started_at;
}

/** How many sessions look so, for the looks that a person asks about; the others only where there are some. */
export function totals(sessions: readonly SessionModel[]): [Look, number][] {
  const count = (wanted: Look) => sessions.filter(session => look(session.status) === wanted).length;
  const shown: Look[] = ['needs-you', 'working', 'done', 'idle', 'failed', 'starting', 'exited'];
  return shown.map((wanted): [Look, number] => [wanted, count(wanted)]).filter(([, n], place) => n || place < 4);
}

/** A look in words, for so many sessions. */
export function lookWords(wanted: Look, count: number, trans: Translation): string {
  switch (wanted) {
    case 'needs-you':
      return trans._n('needs you', 'need you', count);
    case 'working':
      return trans.__('working');
    case 'done':
      return trans.__('done');
    case 'failed':
      return trans.__('failed');
    case 'idle':
      return trans.__('idle');
    case 'starting':
      return trans.__('starting');
    case 'exited':
      return trans.__('exited');
  }
}

/** The status in words, with the time in it; now: seconds since the epoch. */
export function words(status: StatusModel, now: number, trans: Translation): string {
  if (status.holder) {
    return status.holder === 'view_only' ? trans.__('view only') : trans.__('not answering');
  }
  const time = elapsed(now - status.since);
  switch (status.state) {
    case 'awaiting_input':
      return trans.__('needs you: %1', status.reason ?? trans.__('question'));
    case 'rate_limited':
      return status.until ? trans.__('rate limit until %1', clock(status.until)) : trans.__('rate limit');
    case 'stopping':
      return trans.__('stopping');
    case 'busy':
      return trans.__('working %1', time);
    case 'idle':
      return `${status.outcome === 'interrupted' ? trans.__('interrupted') : lookWords(look(status), 1, trans)} ${time}`;
    default:
      return lookWords(look(status), 1, trans);
  }
}

/** What is the matter with the process that keeps an agent's terminal, and what to do; empty if it answers. */
export function holderWords({ holder }: StatusModel, trans: Translation): string {
  if (holder === 'view_only') {
    return trans.__('Runs in another version of AreYouJ or for another server. Stop it before you start it again.');
  }
  return holder ? trans.__('Its terminal process is not responding. Wait, or stop the agent.') : '';
}

/** `120 MB`, `1.4 GB`; MB are millions of bytes. */
export function size(bytes: number): string {
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** `900`, `9.5k`, `120k`, `1.2M`. */
export function tokens(count: number): string {
  if (count < 1000) {
    return String(count);
  }
  const [short, unit] = count < 1e6 ? [count / 1000, 'k'] : [count / 1e6, 'M'];
  return `${short < 10 ? short.toFixed(1) : Math.round(short)}${unit}`;
}

/** `$1.20`, `<$0.01`; empty if nothing is known. */
export function cost(dollars: number | null): string {
  if (!dollars) {
    return '';
  }
  return dollars < 0.005 ? '<$0.01' : `$${dollars.toFixed(2)}`;
}

/** What to say aloud of a change; empty if nobody has to hear it. */
export function announcement(before: SessionModel | undefined, after: SessionModel, trans: Translation): string {
  const same = before && look(before.status) === look(after.status);
  if (same && before.status.prompt?.id === after.status.prompt?.id) {
    return '';
  }
  switch (look(after.status)) {
    case 'needs-you':
      return trans.__('%1 needs you: %2', after.agent, after.status.reason ?? trans.__('question'));
    case 'done':
      return trans.__('%1 is done', after.agent);
    case 'failed':
      return trans.__('%1 failed', after.agent);
    case 'exited':
      return trans.__('%1 has exited', after.agent);
    default:
      return '';
  }
}

/** `12 s`, `3 min`, `2 h 5 min`. A browser's clock may be behind the server's. */
export function elapsed(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  if (minutes < 1) {
    return `${whole} s`;
  }
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `14:05`, or with the day if it is another one, in the browser’s own form. */
export function clock(seconds: number): string {
  const then = new Date(seconds * 1000);
  const today = then.toDateString() === new Date().toDateString();
  const day = today ? {} : ({ month: 'short', day: 'numeric' } as const);
  return then.toLocaleString([], { ...day, hour: '2-digit', minute: '2-digit' });
}

/** The text of a dialog for a card, in which a line across a whole terminal would be several. */
export function carded(text: string): string {
  return text.replace(/^(\s*)([─━═╌┄-])\2{9,}\s*$/gm, (_, indent: string, sign: string) => indent + sign.repeat(10));
}
