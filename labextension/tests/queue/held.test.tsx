// A queue that has not moved for long: every view says why, and offers the way out in one click.

import { expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import type { SessionModel, StatusModel } from '../../core/api.gen';
import { heldWords, isHeld, needsHand, wayOut } from '../../core/held';
import { asking, session, status } from '../models';
import { published, shownPanel } from '../shownpanel';

const trans = {
  __: (text: string, ...parts: string[]) => text.replace(/%(\d)/g, (_, place) => parts[place - 1]),
  _n: (one: string, many: string, count: number) => (count === 1 ? one : many)
};
const CLEAR = 'Clear the input and send writer';
const TYPED = /there is text in the agent’s input line/;

/** An agent whose messages have waited for long. */
function held(blocked: string, more: Partial<StatusModel> = {}): SessionModel {
  return session('writer', { pending: 2, status: status({ blocked, blocked_since: 1000, ...more }) });
}

function row(): HTMLElement {
  return within(screen.getByRole('list', { name: 'Agents' })).getAllByRole('listitem')[0];
}

test('each reason is a sentence, also one that is not known yet', () => {
  const reasons = 'composer paused starting stopping dialog lost'.split(' ');
  const others = ['rate limit', 'reduced screen', 'not answering', 'something new'];
  const told = [...reasons, ...others].map(reason => heldWords(status({ blocked: reason }), trans));
  expect(new Set(told).size).toBe(10);
  expect(told.every(sentence => /^Messages wait: .*\.$/.test(sentence))).toBe(true);
  expect(told[9]).toBe('Messages wait: something new.');
  expect(heldWords(status({ blocked: 'rate limit', until: 0 }), trans)).not.toMatch(/goes on/);
  expect(heldWords(status({ blocked: 'rate limit', until: 1e9 }), trans)).toMatch(/continues at .*46.*\.$/);
});

test('only a long wait of a message is told, and no question twice', () => {
  expect(isHeld(held('composer'))).toBe(true);
  expect(isHeld(held('composer', { blocked_since: null }))).toBe(false);
  expect(isHeld({ ...held('composer'), pending: 0 })).toBe(false);
  expect(isHeld({ ...asking('writer'), pending: 1 })).toBe(false);
  expect(['composer', 'paused', 'rate limit', 'lost'].map(reason => needsHand(held(reason)))).toEqual([
    true,
    false,
    true,
    true
  ]);
  expect(needsHand(held('rate limit', { until: 1e9 }))).toBe(false);
  const reasons = ['composer', 'paused', 'lost', 'rate limit', 'starting'];
  expect(reasons.map(reason => wayOut(status({ blocked: reason })))).toEqual([
    'clear',
    'resume',
    'restart',
    'interrupt',
    undefined
  ]);
  expect(wayOut(status({ blocked: 'rate limit', until: 1e9 }))).toBeUndefined();
});

test('the row and a card tell it, are read aloud, and clear the input line in one click', async () => {
  const { server } = await shownPanel({ sessions: [held('composer', { blocked_since: null })] });
  expect(screen.queryByText(TYPED)).toBeNull();
  const told = held('composer');
  await published(server, () => server.publish(`session:${told.id}:status-changed`, told));
  expect(within(row()).getByRole('status').textContent).toMatch(TYPED);
  const card = screen.getByRole('article', { name: 'Messages wait for writer' });
  expect(within(card).getByText(TYPED)).toBeTruthy();
  fireEvent.click(within(row()).getByRole('button', { name: CLEAR }));
  await waitFor(() => expect(server.of('DELETE')).toHaveLength(1));
  expect(server.of('DELETE')[0].path).toBe('sessions/writer-session/input');
  const moves = session('writer', { pending: 1 });
  await published(server, () => server.publish(`session:${told.id}:status-changed`, moves));
  expect(screen.queryByText(TYPED)).toBeNull();
});

test('a refusal is told in the row', async () => {
  await shownPanel({ sessions: [held('composer')] }, { 'DELETE sessions/writer-session/input': 409 });
  fireEvent.click(within(row()).getByRole('button', { name: CLEAR }));
  expect((await within(row()).findByRole('alert')).textContent).toBe('Refused with 409.');
});

test('an open queue tells it once', async () => {
  await shownPanel({ sessions: [held('paused')] });
  expect(screen.queryByRole('article')).toBeNull();
  fireEvent.click(within(row()).getByRole('button', { expanded: false, name: /writer/ }));
  const queue = screen.getByRole('region', { name: 'Queue of writer' });
  expect(within(queue).getByRole('status').textContent).toBe('Messages wait: the queue is paused.');
  expect(within(row()).getAllByRole('status')).toHaveLength(1);
});
