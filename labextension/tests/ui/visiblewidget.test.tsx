// What is drawn, and when: of the panel only what an event is about, and nothing at all while nobody sees it.

import { expect, test } from '@jest/globals';
import { Widget } from '@lumino/widgets';
import { act, screen, waitFor, within } from '@testing-library/react';

import { LogView } from '../../src/terminals/logview';
import { queue, session, status, task } from '../models';
import { Server } from '../server';
import { crewOf, opened, published, Shown, shownPanel, toolsOf } from '../shownpanel';

const NAMES = ['ann', 'bob', 'cleo'];
const TASKS = ['1', '2', '3'].map(id => task(id));

/** The panel, drawn to the end. */
async function showCrew(): Promise<Shown> {
  const sessions = NAMES.map(name => session(name));
  const shown = await shownPanel({ sessions }, { 'GET tasks': { tasks: TASKS, total: TASKS.length } });
  await screen.findByText('Task 3');
  await published(shown.server, () => undefined);
  forget(shown);
  return shown;
}

function glyphs(): (string | null)[] {
  const list = screen.getByRole('list', { name: 'Agents' });
  return within(list)
    .getAllByRole('button', { expanded: false })
    .map(row => row.querySelector('.jp-AreYouJ-glyph')?.textContent ?? null);
}

/** Whose rows are drawn: each names its agent or task in the button that opens its menu. */
function drawn({ words }: Shown): string[] {
  return words.flatMap(([said, about]) => (said === 'More about %1' ? [String(about)] : []));
}

/** Forget what was drawn so far. */
function forget({ words }: Shown): void {
  words.length = 0;
}

function busy(name: string): [string, unknown] {
  return [`session:${name}-session:status-changed`, session(name, { status: status({ state: 'busy' }) })];
}

test('an event draws the row of its agent alone, a thousand in a frame draw it once', async () => {
  const shown = await showCrew();
  await published(shown.server, server => server.publish(...busy('ann')));
  expect(drawn(shown)).toEqual(['ann']);
  forget(shown);
  await published(shown.server, server => {
    for (let count = 0; count < 1000; count++) {
      server.publish(...busy('ann'));
    }
  });
  expect(drawn(shown)).toEqual(['ann']);
  forget(shown);
  await published(shown.server, server => server.publish('session:cleo-session:queue-changed', queue('cleo')));
  expect(drawn(shown)).toEqual(['cleo']);
});

test('an event of a task draws that task alone', async () => {
  const shown = await showCrew();
  await published(shown.server, server => server.publish('task-changed', task('2', { title: 'Other' })));
  expect(drawn(shown)).toEqual(['task 2']);
  expect(screen.getByText('Other')).toBeTruthy();
});

test('a hidden panel draws nothing, and all once it is shown', async () => {
  const shown = await showCrew();
  shown.panel.turn(false);
  await published(shown.server, server => {
    server.publish(...busy('bob'));
    server.publish('task-changed', task('2', { title: 'Other' }));
  });
  expect(shown.words).toEqual([]);
  expect(glyphs()).toEqual(['○', '○', '○']);
  act(() => shown.panel.turn(true)); // at once
  expect(glyphs()).toEqual(['◐', '○', '○']);
  expect(screen.getByText('Other')).toBeTruthy();
  act(() => shown.panel.dispose()); // its clock ends
});

test('a log is fetched only while somebody sees it', async () => {
  const logs = ['ann', 'bob'].map(name => [`GET sessions/${name}-session/log`, { entries: [] }]);
  const server = new Server(Object.fromEntries(logs) as Record<string, unknown>);
  const crew = crewOf(server);
  const [hidden, seen] = ['ann', 'bob'].map(name => new LogView(crew, toolsOf(crew), `${name}-session`));
  act(() => Widget.attach(seen, document.body));
  await opened(server);
  act(() => server.snapshot());
  act(() => ['ann', 'bob'].forEach(name => server.publish(...busy(name))));
  await waitFor(() => expect(fetched(server)).toEqual(['sessions/bob-session/log']));
  act(() => Widget.attach(hidden, document.body));
  await waitFor(() => expect(fetched(server)).toEqual(['sessions/bob-session/log', 'sessions/ann-session/log']));
  act(() => [hidden, seen].forEach(log => log.dispose()));
});

function fetched(server: Server): string[] {
  return server.of('GET').map(({ path }) => path);
}
