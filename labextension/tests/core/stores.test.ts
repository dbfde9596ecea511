// Queues, tasks and threads: what was fetched gives way to what was published meanwhile, and to a new snapshot.

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

import { ServerError, refused } from '../../core/answer';
import type { MessageModel, MessagePage } from '../../core/api.gen';
import { Crew } from '../../core/crew';
import { Queues } from '../../core/queues';
import { listTasks } from '../../core/restapi';
import { Emitter } from '../../core/signal';
import { Tasks } from '../../core/tasks';
import { Thread } from '../../core/thread';
import { LabServer } from '../../src/lab/labserver';
import { message, queue, session, task } from '../models';
import { Server } from '../server';
import { opened } from '../shownpanel';

const QUEUE = 'GET sessions/writer-session/queue';
const PAGE = 'GET instances/writer-session/messages';

let server: Server;
let crew: Crew;

beforeEach(async () => {
  server = new Server();
  crew = new Crew(new LabServer(server.settings));
  await opened(server);
});

afterEach(() => {
  crew.dispose();
  jest.restoreAllMocks();
});

/** An answer that the test gives when it wants to. */
function later(): [Promise<unknown>, (answer: unknown) => void] {
  let give: (answer: unknown) => void = () => undefined;
  return [new Promise(resolve => (give = resolve)), answer => give(answer)];
}

/** Until a store has changed. */
function change({ changed }: Queues | Tasks | Thread): Promise<void> {
  return new Promise(resolve => {
    const end = changed.connect(() => resolve(end()));
  });
}

function page(before: number | null, ...messages: MessageModel[]): MessagePage {
  return { messages, before };
}

/** A message with its place in the conversation, as it was at some time. */
function said(id: string, seq: number, updated_at: number, more: Partial<MessageModel> = {}): MessageModel {
  return message('writer', id, { seq, updated_at, ...more });
}

test('a queue is asked for once, and what is published meanwhile is newer than the answer', async () => {
  const queues = new Queues(crew);
  const [answer, give] = later();
  server.answers[QUEUE] = answer;
  queues.want('writer-session');
  queues.want('writer-session');
  server.publish('session:writer-session:queue-changed', queue('writer', message('writer', 'newer')));
  give(queue('writer', message('writer', 'older')));
  await listTasks(crew.server); // asked later, so the older answer has come too
  expect(queues.queue('writer-session')?.messages.map(({ content }) => content)).toEqual(['newer']);
  queues.want('writer-session');
  expect(server.asked.filter(({ path }) => path.endsWith('/queue'))).toHaveLength(1);
});

test('after a snapshot the queues that were known and those of agents at work are asked for again', async () => {
  const queues = new Queues(crew);
  const asked = () => server.asked.map(({ path }) => path);
  server.publish('session:writer-session:queue-changed', queue('writer', message('writer', 'old')));
  server.answers[QUEUE] = queue('writer');
  server.snapshot({ sessions: [session('writer'), session('critic', { pending: 1 }), session('idler')] });
  expect(queues.queue('writer-session')).toBeUndefined();
  await change(queues);
  expect(asked()).toEqual(['sessions/writer-session/queue', 'sessions/critic-session/queue']);
  expect(queues.queue('writer-session')).toEqual(queue('writer'));
});

test('a task that is published while the list is on its way is newer than that list', async () => {
  const tasks = new Tasks(crew);
  const [answer, give] = later();
  server.answers['GET tasks'] = answer;
  server.snapshot();
  server.publish('task-changed', task('1.2', { title: 'newer' }));
  server.publish('task-changed', { id: '2', removed: true });
  give({ tasks: [task('1.10'), task('1.2', { title: 'older' }), task('2'), task('1')], total: 4 });
  await change(tasks);
  expect(tasks.list.map(({ id, title }) => [id, title])).toEqual([
    ['1', 'Task 1'],
    ['1.2', 'newer'],
    ['1.10', 'Task 1.10']
  ]);
});

test('why the tasks could not be fetched is told until they are', async () => {
  const tasks = new Tasks(crew);
  server.answers['GET tasks'] = 500;
  server.snapshot();
  await change(tasks);
  expect(tasks.problem).toBe('Refused with 500.');
  server.answers['GET tasks'] = { tasks: [task('1')], total: 1 };
  server.snapshot();
  await change(tasks);
  expect([tasks.problem, tasks.list]).toEqual(['', [task('1')]]);
});

test('a conversation is its newest page, what is said since, and the pages before that are asked for', async () => {
  server.answers[PAGE] = page(3, said('later', 3, 1), said('answered', 5, 2));
  const thread = new Thread(crew, 'writer-session');
  await change(thread);
  server.publish('session:writer-session:message', said('reply', 9, 3, { in_reply_to: 'later' }));
  server.publish('session:critic-session:message', message('critic', 'elsewhere'));
  server.publish('session:writer-session:message', said('answered', 5, 1, { content: 'stale' }));
  expect([thread.more, thread.messages.map(({ content }) => content)]).toEqual([true, ['later', 'reply', 'answered']]);
  server.answers[PAGE] = page(null, said('first', 1, 1));
  thread.earlier();
  await change(thread);
  expect(server.asked[1].path).toBe('instances/writer-session/messages?before=3');
  expect([thread.more, thread.messages.map(({ id }) => id)]).toEqual([false, ['first', 'later', 'reply', 'answered']]);
});

test('after a snapshot a conversation begins anew, and after its end it hears nothing', async () => {
  server.answers[PAGE] = page(null, said('old', 1, 1));
  const thread = new Thread(crew, 'writer-session');
  await change(thread);
  server.answers[PAGE] = page(null, said('new', 2, 2));
  server.snapshot();
  await change(thread);
  thread.dispose();
  server.publish('session:writer-session:message', said('late', 3, 3));
  expect(thread.messages.map(({ id }) => id)).toEqual(['new']);
});

test('what is no answer of the server is said in a sentence, and is no refusal of its own', async () => {
  const proxy = new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' });
  const behind = new LabServer({ ...server.settings, fetch: () => Promise.resolve(proxy) });
  const failed: unknown = await listTasks(behind).catch((error: unknown) => error);
  expect(failed).toEqual(new ServerError("The server answered 502 Bad Gateway; is it AreYouJ's?", 502));
  expect(refused(failed)).toBe(false);
});

test('a listener that fails keeps no other from hearing', () => {
  const complained = jest.spyOn(console, 'error').mockReturnValue();
  const [told, heard] = [new Emitter<number>(), [] as number[]];
  told.connect(() => {
    throw new Error('It fails.');
  });
  const end = told.connect(value => heard.push(value));
  told.emit(1);
  end();
  told.emit(2);
  expect(heard).toEqual([1]);
  expect(complained).toHaveBeenCalledTimes(2);
});
