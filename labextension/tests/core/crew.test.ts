// The state in the browser: a snapshot, then events; after a lost connection the same again.

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

import { Crew } from '../../core/crew';
import type { Signal } from '../../core/signal';
import { LabServer } from '../../src/lab/labserver';
import { agent, message, queue, session, status, task } from '../models';
import { Server } from '../server';

let server: Server;
let crew: Crew;

beforeEach(async () => {
  jest.useFakeTimers();
  server = new Server();
  crew = new Crew(new LabServer(server.settings));
  await jest.advanceTimersByTimeAsync(1);
});

afterEach(() => {
  crew.dispose();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** Let so many seconds pass. */
async function wait(seconds: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(seconds * 1000);
}

/** Everything that a signal emits from now on. */
function heard<Said>(signal: Signal<Said>): Said[] {
  const all: Said[] = [];
  signal.connect(said => all.push(said));
  return all;
}

test('the socket is that of the interface, with the token', () => {
  expect(server.sockets.map(({ url }) => url)).toEqual(['ws://localhost/lab/areyouj/api/events?token=a%20b']);
  expect(crew.connection).toBe('connecting');
});

test('a snapshot is the whole state', () => {
  const refreshed = heard(crew.refreshed);
  server.snapshot({ sessions: [session('writer')], agents: [agent('writer'), agent('critic')] });
  expect(crew.connection).toBe('open');
  expect(crew.sessions).toEqual([session('writer')]);
  expect(crew.agents).toEqual([agent('critic'), agent('writer')]);
  expect(refreshed).toHaveLength(1);
});

test('each event replaces what it is about, and is told', () => {
  server.snapshot({ sessions: [session('writer')] });
  const [moved, changed] = [heard(crew.moved), heard(crew.changed)];
  const busy = session('writer', { status: status({ state: 'busy' }) });
  server.publish('session:writer-session:status-changed', busy);
  server.publish('session:critic-session:status-changed', session('critic'));
  server.publish('agent-changed', agent('critic'));
  expect(crew.sessions).toEqual([busy, session('critic')]);
  expect(crew.session('writer-session')).toEqual(busy);
  expect(crew.agents).toEqual([agent('critic')]);
  expect(moved).toEqual([
    { before: session('writer'), after: busy },
    { before: undefined, after: session('critic') }
  ]);
  expect(changed).toHaveLength(3);
});

test('what is removed is gone, and nobody is told that it moved', () => {
  server.snapshot({ sessions: [session('writer')], agents: [agent('writer')] });
  const moved = heard(crew.moved);
  server.publish('session:writer-session:status-changed', { id: 'writer-session', removed: true });
  server.publish('agent-changed', { id: 'writer-agent', removed: true });
  expect([crew.sessions, crew.agents, moved]).toEqual([[], [], []]);
});

test('messages, queues, tasks and notifications are passed on', () => {
  server.snapshot();
  const said = heard(crew.said);
  const queued = heard(crew.queued);
  const tasked = heard(crew.tasked);
  const notified = heard(crew.notified);
  const note = { session_id: 'writer-session', agent: 'writer', level: 'info', text: 'It was resumed.' };
  server.publish('session:writer-session:message', message('writer', 'hello'));
  server.publish('session:writer-session:queue-changed', queue('writer', message('writer', 'hello')));
  server.publish('task-changed', task('1'));
  server.publish('task-changed', { id: '1', removed: true });
  server.publish('session:writer-session:notification', note);
  expect(said).toEqual([message('writer', 'hello')]);
  expect(queued).toEqual([queue('writer', message('writer', 'hello'))]);
  expect(tasked).toEqual([task('1'), { id: '1', removed: true }]);
  expect(notified).toEqual([note]);
});

test('an event of a kind that is not known yet disturbs nothing', () => {
  server.snapshot({ sessions: [session('writer')] });
  server.publish('weather-changed', { rain: true });
  expect(crew.sessions).toEqual([session('writer')]);
});

test('a lost connection is told and opened again at once; the state stays until the next snapshot', async () => {
  server.snapshot({ sessions: [session('writer')] });
  server.socket.close();
  await wait(0);
  expect(crew.connection).toBe('lost');
  expect(crew.sessions).toEqual([session('writer')]);
  await wait(1);
  expect(server.sockets).toHaveLength(2);
  expect(crew.connection).toBe('lost');
  server.snapshot({ sessions: [session('writer')] });
  expect(crew.connection).toBe('open');
});

test('what happened while there was no connection is in the next snapshot', async () => {
  server.snapshot({ sessions: [session('gone'), session('writer')], agents: [agent('gone')] });
  const [refreshed, moved] = [heard(crew.refreshed), heard(crew.moved)];
  server.socket.close();
  await wait(1);
  const done = session('writer', { status: status({ seen: false }) });
  server.snapshot({ sessions: [done, session('fresh')] });
  expect(crew.sessions).toEqual([done, session('fresh')]);
  expect(crew.agents).toEqual([]);
  expect([refreshed.length, moved]).toEqual([1, []]);
});

test('vain attempts are spaced out, and go on', async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
  const waited: number[] = [];
  for (let attempt = 1; attempt <= 12; attempt++) {
    const begun = Date.now();
    server.socket.close();
    while (server.sockets.length === attempt) {
      await jest.advanceTimersToNextTimerAsync();
    }
    waited.push((Date.now() - begun) / 1000);
  }
  expect(waited).toEqual([...waited].sort((left, right) => left - right));
  expect(waited[3]).toBeGreaterThan(4 * waited[0]);
  expect(waited[11]).toBeGreaterThan(29);
  expect(waited[11]).toBeLessThan(31);
  server.snapshot();
  expect(crew.connection).toBe('open');
});

test('whoever comes back to the network does not wait for the next attempt', async () => {
  for (let attempt = 1; attempt <= 6; attempt++) {
    server.socket.close();
    await wait(31);
  }
  server.socket.close();
  const before = server.sockets.length;
  await wait(0.1);
  window.dispatchEvent(new Event('online'));
  await wait(0.1);
  expect(server.sockets).toHaveLength(before + 1);
});

test('after its end it says nothing, and asks for nothing', async () => {
  server.snapshot();
  const changed = heard(crew.changed);
  crew.dispose();
  crew.dispose();
  server.publish('agent-changed', agent('writer'));
  await wait(60);
  expect([changed, crew.agents, server.sockets.length]).toEqual([[], [], 1]);
});
