// What is told of agents: nothing that a person has before their eyes, and no question that has its answer.

import { Notification as Notice } from '@jupyterlab/apputils';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

import type { SessionModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import { Notices } from '../../src/lab/notices';
import { Settings } from '../../src/lab/settings';
import { asking, session } from '../models';
import { Server } from '../server';
import { crewOf, opened, toolsOf } from '../shownpanel';

let server: Server;
let crew: Crew;
let lookedAt: string[];

beforeEach(async () => {
  server = new Server();
  crew = crewOf(server);
  lookedAt = [];
  new Notices(crew, toolsOf(crew), new Settings(), id => lookedAt.includes(id));
  await opened(server);
  jest.useFakeTimers();
  jest.spyOn(document, 'hasFocus').mockReturnValue(true);
});

afterEach(() => {
  document.body.replaceChildren();
  Notice.dismiss();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** The server tells that the writer is like this now, and notifies of it. */
function tell(text: string, writer: SessionModel): void {
  server.publish('session:writer-session:status-changed', writer);
  const level = writer.status.state === 'idle' ? 'info' : 'warning';
  const told = { session_id: 'writer-session', agent: 'writer', level, text };
  server.publish('session:writer-session:notification', told);
}

/** The writer, with a question that was not read from the screen yet. */
function unread(): SessionModel {
  const { status, ...writer } = asking('writer');
  return { ...writer, status: { ...status, prompt: null } };
}

function shown(): string[] {
  return Notice.manager.notifications.map(({ message }) => message);
}

/** A card of the writer's question, which is what a click on its middle meets, or lies below something else. */
function card(onTop: boolean): void {
  const made = document.body.appendChild(document.createElement('article'));
  made.dataset.session = 'writer-session';
  const over = document.body.appendChild(document.createElement('div'));
  document.elementFromPoint = () => (onTop ? made : over);
}

test('a question is told when its card had the time to come, and goes with its answer', () => {
  server.snapshot({ sessions: [session('writer')] });
  tell('writer needs you', asking('writer'));
  expect(shown()).toEqual([]);
  jest.advanceTimersByTime(1000);
  expect(shown()).toEqual(['writer needs you']);
  server.publish('session:writer-session:status-changed', session('writer'));
  expect(shown()).toEqual([]);
});

test('a question whose card is before their eyes is not told, one whose card is covered is', () => {
  server.snapshot({ sessions: [session('writer')] });
  card(true);
  tell('writer needs you', asking('writer'));
  jest.advanceTimersByTime(1000);
  expect(shown()).toEqual([]);
  document.body.replaceChildren();
  card(false);
  tell('writer needs you', asking('writer'));
  jest.advanceTimersByTime(1000);
  expect(shown()).toEqual(['writer needs you']);
});

test('a question whose words are not known yet waits for its card too', () => {
  server.snapshot({ sessions: [session('writer')] });
  tell('writer needs you', unread());
  jest.advanceTimersByTime(1000);
  expect(shown()).toEqual([]);
  server.publish('session:writer-session:status-changed', asking('writer'));
  card(true);
  jest.advanceTimersByTime(1000);
  expect(shown()).toEqual([]);
});

test('a question whose words never come is told all the same', () => {
  server.snapshot({ sessions: [session('writer')] });
  tell('writer needs you', unread());
  jest.advanceTimersByTime(5000);
  expect(shown()).toEqual(['writer needs you']);
});

test('a question that is answered at once is not told', () => {
  server.snapshot({ sessions: [session('writer')] });
  tell('writer needs you', asking('writer'));
  server.publish('session:writer-session:status-changed', session('writer'));
  jest.advanceTimersByTime(1000);
  expect(shown()).toEqual([]);
});

test('whoever is elsewhere is told of a question at once, card or not', () => {
  server.snapshot({ sessions: [session('writer')] });
  jest.spyOn(document, 'hasFocus').mockReturnValue(false);
  card(true);
  tell('writer needs you', asking('writer'));
  expect(shown()).toEqual(['writer needs you']);
});

test('what is done is told at once, and stays; nothing is told of an agent whose tab is shown', () => {
  server.snapshot({ sessions: [session('writer')] });
  tell('writer is done.', session('writer'));
  server.publish('session:writer-session:status-changed', session('writer'));
  expect(shown()).toEqual(['writer is done.']);
  Notice.dismiss();
  lookedAt.push('writer-session');
  tell('writer is done.', session('writer'));
  expect(shown()).toEqual([]);
});
