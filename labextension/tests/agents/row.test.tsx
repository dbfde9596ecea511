// The rows of the panel: how each agent is, for eyes that see no colours; the send box; the filter.

import { expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import type { SessionModel } from '../../core/api.gen';
import { compose } from '../composing';
import { agent, asking, message, queue, session, status } from '../models';
import { published, shownPanel } from '../shownpanel';

const CREW: SessionModel[] = [
  session('idler'),
  session('finisher', { status: status({ seen: false }) }),
  session('worker', { status: status({ state: 'busy' }) }),
  session('starter', { status: status({ state: 'starting' }) }),
  session('leaver', { status: status({ state: 'exited', reason: 'It ended with code 1.' }) }),
  asking('asker')
];

/** The rows from top to bottom. */
function rows(): HTMLElement[] {
  return within(screen.getByRole('list', { name: 'Agents' })).getAllByRole('button', { expanded: false });
}

function text(row: HTMLElement, part: string): string | null | undefined {
  return row.querySelector(`.jp-AreYouJ-${part}`)?.textContent;
}

test('each status has a shape and a word of its own, the most urgent first', async () => {
  await shownPanel({ sessions: CREW });
  expect(rows().map(row => [text(row, 'glyph'), text(row, 'name'), text(row, 'state')])).toEqual([
    ['▲', 'asker', 'needs you: permission'],
    ['✔', 'finisher', expect.stringMatching(/^done \d+ s$/)],
    ['◐', 'worker', expect.stringMatching(/^working \d+ s$/)],
    ['◌', 'starter', 'starting'],
    ['○', 'idler', expect.stringMatching(/^idle \d+ s$/)],
    ['✕', 'leaver', 'exited']
  ]);
});

test('a row says what its agent is, and does', async () => {
  const busy = session('worker', {
    pending: 2,
    status: status({ state: 'busy', paused: true }),
    metrics: { ...session('worker').metrics, rss_bytes: 120e6 }
  });
  const { server } = await shownPanel({ sessions: [busy] });
  const working = message('worker', 'fix the tests\nall of them', { status: 'processing' });
  await published(server, () => server.publish('session:worker-session:queue-changed', queue('worker', working)));
  expect(text(rows()[0], 'doing')).toBe('fix the tests');
  expect(text(rows()[0], 'spec')?.trim()).toBe('Ec');
  rows()[0].querySelector('.jp-AreYouJ-spec')?.remove();
  expect(text(rows()[0], 'facts')).toBe('echo · worker-folder · 2 queued · queue paused · 120 MB120 MB of memory');
});

test('a row says that its agent lives but cannot be reached', async () => {
  const lives = (name: string, holder: 'not_answering' | 'view_only') => session(name, { status: status({ holder }) });
  await shownPanel({ sessions: [lives('older', 'view_only'), lives('stuck', 'not_answering')] });
  expect(rows().map(row => [text(row, 'name'), text(row, 'state'), text(row, 'doing')])).toEqual([
    [
      'older',
      'view only',
      'Runs in another version of AreYouJ or for another server. Stop it before you start it again.'
    ],
    ['stuck', 'not answering', 'Its terminal process is not responding. Wait, or stop the agent.']
  ]);
});

test('a row follows the events', async () => {
  const { server } = await shownPanel({ sessions: [session('worker')] });
  const busy = session('worker', { status: status({ state: 'busy' }) });
  await published(server, () => server.publish('session:worker-session:status-changed', busy));
  expect(text(rows()[0], 'glyph')).toBe('◐');
  const done = session('worker', { status: status({ seen: false }) });
  await published(server, () => server.publish('session:worker-session:status-changed', done));
  expect(screen.getByRole('status').textContent).toBe('worker is done');
});

test('who is counted in the head can be listed alone', async () => {
  await shownPanel({ sessions: CREW });
  fireEvent.click(screen.getByRole('button', { name: '1 working' }));
  expect(rows().map(row => text(row, 'name'))).toEqual(['worker']);
  fireEvent.click(screen.getByRole('button', { name: '1 working', pressed: true }));
  expect(rows()).toHaveLength(6);
});

test('the filter looks for every word in name, spec and folder, of those that do not run too', async () => {
  await shownPanel({ sessions: CREW, agents: [agent('sleeper'), agent('idler')] });
  const filter = screen.getByRole('searchbox', { name: 'Filter agents by name, spec or folder' });
  fireEvent.change(filter, { target: { value: 'ECHO le' } });
  expect(rows().map(row => text(row, 'name'))).toEqual(['idler', 'leaver']);
  expect(screen.getByText('sleeper')).toBeTruthy();
  fireEvent.change(filter, { target: { value: 'nobody' } });
  expect(screen.getByText('No matching agents')).toBeTruthy();
  expect(screen.queryByText('sleeper')).toBeNull();
});

test('Enter in the send box sends once, with a key that a repetition would have too', async () => {
  let accept: (answer: unknown) => void = () => undefined;
  const { server } = await shownPanel(
    { sessions: [session('idler')] },
    { 'POST sessions/idler-session/messages': new Promise(resolve => (accept = resolve)) }
  );
  fireEvent.click(rows()[0]);
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message for idler' });
  fireEvent.keyDown(box, { key: 'Enter' });
  fireEvent.change(box, { target: { value: 'hello\nyou' } });
  fireEvent.keyDown(box, { key: 'Enter', shiftKey: true });
  fireEvent.keyDown(box, { key: 'Enter' });
  fireEvent.keyDown(box, { key: 'Enter' });
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(server.of('POST')).toHaveLength(1));
  expect(server.of('POST')[0].body).toEqual({ content: 'hello\nyou', idempotency_key: expect.any(String) });
  accept({});
  await waitFor(() => expect(box.value).toBe(''));
  expect(server.of('POST')).toHaveLength(1);
});

test('Enter and the arrows of an input method are not meant for the send box', async () => {
  const { server } = await shownPanel({ sessions: [session('idler')] });
  fireEvent.click(rows()[0]);
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message for idler' });
  await waitFor(() => expect(server.asked.at(-1)?.path).toBe('sessions/idler-session/queue'));
  const before = server.asked.length;
  compose(box, 'ArrowUp');
  fireEvent.change(box, { target: { value: 'にほん' } });
  compose(box, 'Enter');
  fireEvent.change(box, { target: { value: '日本' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(box.value).toBe(''));
  expect(server.asked.slice(before)).toEqual([
    {
      method: 'POST',
      path: 'sessions/idler-session/messages',
      body: { content: '日本', idempotency_key: expect.any(String) }
    }
  ]);
});

test('a message that is refused stays in the box, and is sent again with the same key', async () => {
  const answers = { 'POST sessions/idler-session/messages': 409 };
  const { server } = await shownPanel({ sessions: [session('idler')] }, answers);
  fireEvent.click(rows()[0]);
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message for idler' });
  fireEvent.change(box, { target: { value: 'hello' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  expect((await screen.findByRole('alert')).textContent).toBe('Refused with 409.');
  expect(box.value).toBe('hello');
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(server.of('POST')).toHaveLength(2));
  expect(server.of('POST')[1]).toEqual(server.of('POST')[0]);
});

test('a lost connection is told, and there is no row of an agent that is gone', async () => {
  const { server } = await shownPanel({ sessions: [session('idler')] });
  await published(server, () => server.socket.close());
  expect(screen.getByRole('alert').textContent).toContain('Connection lost, reconnecting…');
  await waitFor(() => expect(server.sockets).toHaveLength(2), { timeout: 5000 });
  await published(server, () => server.snapshot());
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText('No agents yet. Press “New agent” to start one.')).toBeTruthy();
});
