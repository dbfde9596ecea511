// The queue of an agent, below its row.

import { expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { compose } from '../composing';
import { message, queue, session } from '../models';
import type { Shown } from '../shownpanel';
import { published, shownPanel } from '../shownpanel';

const MESSAGES = ['one', 'two', 'three'].map(word => message('writer', word));

/** The panel with the queue of a writer open. */
async function openQueue(messages = MESSAGES): Promise<Shown> {
  const shown = await shownPanel({ sessions: [session('writer')] });
  fireEvent.click(screen.getByRole('button', { expanded: false, name: /writer/ }));
  await published(shown.server, server =>
    server.publish('session:writer-session:queue-changed', queue('writer', ...messages))
  );
  return shown;
}

function items(): HTMLElement[] {
  return within(screen.getByRole('region', { name: 'Queue of writer' })).queryAllByRole('listitem');
}

function press(place: number, name: string): void {
  fireEvent.click(within(items()[place]).getByRole('button', { name }));
}

test('what waits is listed in its order, and follows the events', async () => {
  const { server } = await openQueue();
  expect(items().map(item => item.textContent)).toEqual(['one', 'two', 'three']);
  expect(screen.getByRole('heading', { name: 'Queue (3)' })).toBeTruthy();
  await published(server, () => server.publish('session:writer-session:queue-changed', queue('writer')));
  expect(screen.getByRole('heading', { name: 'Queue: empty' })).toBeTruthy();
});

test('a message is moved by one place, and not beyond the ends', async () => {
  const { server } = await openQueue();
  press(0, 'Move up');
  press(2, 'Move down');
  press(1, 'Move up');
  await waitFor(() => expect(server.of('PUT')).toHaveLength(1));
  expect(server.of('PUT')).toEqual([
    { method: 'PUT', path: 'sessions/writer-session/queue/two', body: { position: 0 } }
  ]);
});

test('a message is edited: Enter keeps the change, Escape drops it', async () => {
  const { server } = await openQueue();
  const name = /^Message text/;
  press(1, 'Edit message');
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: 'no' } });
  fireEvent.keyDown(screen.getByRole('textbox', { name }), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('textbox', { name })).toBeNull());
  press(1, 'Edit message');
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: 'zwe' } });
  compose(screen.getByRole('textbox', { name }), 'Enter');
  compose(screen.getByRole('textbox', { name }), 'Escape');
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: 'zwei' } });
  fireEvent.keyDown(screen.getByRole('textbox', { name }), { key: 'Enter' });
  await waitFor(() => expect(screen.queryByRole('textbox', { name })).toBeNull());
  expect(server.of('PUT')).toEqual([
    { method: 'PUT', path: 'sessions/writer-session/queue/two', body: { content: 'zwei' } }
  ]);
});

test('a message is cancelled, and the queue held', async () => {
  const { server } = await openQueue();
  press(2, 'Cancel message');
  await waitFor(() => expect(server.of('DELETE')).toHaveLength(1));
  expect(server.of('DELETE')[0].path).toBe('sessions/writer-session/queue/three');
  fireEvent.click(screen.getByRole('button', { name: 'Pause queue writer' }));
  await waitFor(() => expect(server.of('PUT')).toHaveLength(1));
  expect(server.of('PUT')[0]).toEqual({
    method: 'PUT',
    path: 'sessions/writer-session/queue/paused',
    body: { paused: true }
  });
});

test('a message at work can be neither moved nor changed; one of uncertain fate can be sent again', async () => {
  const [first, second] = [
    { status: 'processing' } as const,
    { status: 'uncertain', reason: 'The server died.' } as const
  ];
  const { server } = await openQueue([message('writer', 'one', first), message('writer', 'two', second)]);
  expect(items().map(item => item.textContent)).toEqual(['Running · one', 'Uncertain · twoThe server died.']);
  expect(within(items()[0]).queryAllByRole('button')).toEqual([]);
  press(1, 'Send again');
  await waitFor(() => expect(server.of('POST')).toHaveLength(1));
  expect(server.of('POST')[0].path).toBe('sessions/writer-session/queue/two/retry');
});

test('a queue of which nothing was published yet is fetched when it is opened', async () => {
  const shown = await shownPanel(
    { sessions: [session('writer')] },
    { 'GET sessions/writer-session/queue': queue('writer', ...MESSAGES) }
  );
  fireEvent.click(screen.getByRole('button', { expanded: false, name: /writer/ }));
  await waitFor(() => expect(items()).toHaveLength(3));
  expect(shown.server.asked.filter(({ path }) => path.endsWith('/queue'))).toHaveLength(1);
});
