// The task section of the panel.

import { expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import type { TaskModel } from '../../core/api.gen';
import { session, task } from '../models';
import { published, Shown, shownPanel } from '../shownpanel';

const TASKS = [
  task('2', { title: 'Second', status: 'done' }),
  task('1', { title: 'First', status: 'in-progress', agent: 'writer' }),
  task('1.10', { title: 'Last part', parent_id: '1' }),
  task('1.2', { title: 'Early part', parent_id: '1', priority: 'high', dependencies: ['2'] })
];

function showTasks(tasks: TaskModel[] = TASKS): Promise<Shown> {
  return shownPanel({}, { 'GET tasks': { tasks, total: tasks.length } });
}

function items(): HTMLElement[] {
  return within(screen.getByRole('list', { name: 'Tasks' })).queryAllByRole('listitem');
}

test('tasks stand in their order, sub-tasks below, each with the shape of its status', async () => {
  await showTasks();
  await waitFor(() => expect(items()).toHaveLength(4));
  expect(items().map(item => item.textContent)).toEqual([
    '◐Firstfor writer',
    '○Early parthigh priority · after 2',
    '○Last part',
    '✔Second'
  ]);
  expect(within(items()[0]).getByRole('img', { name: 'in-progress' })).toBeTruthy();
  expect(screen.getByText('1 of 3 done, 0 in progress')).toBeTruthy();
});

test('tasks follow the events', async () => {
  const { server } = await showTasks();
  await waitFor(() => expect(items()).toHaveLength(4));
  await published(server, () => {
    server.publish('task-changed', { id: '2', removed: true });
    server.publish('task-changed', task('1.2', { title: 'Changed', parent_id: '1', status: 'done' }));
    server.publish('task-changed', task('3', { title: 'Third' }));
  });
  expect(items().map(item => item.textContent)).toEqual(['◐Firstfor writer', '✔Changed', '○Last part', '○Third']);
});

test('what is published while the list is on its way is newer than that list', async () => {
  let answer: (page: unknown) => void = () => undefined;
  const { server } = await shownPanel({}, { 'GET tasks': new Promise(resolve => (answer = resolve)) });
  await published(server, () => {
    server.publish('task-changed', task('1', { title: 'Newer' }));
    answer({ tasks: [task('1', { title: 'Older' })], total: 1 });
  });
  await waitFor(() => expect(items().map(item => item.textContent)).toEqual(['○Newer']));
});

test('only tasks of one status are shown where that is asked for', async () => {
  await showTasks();
  await waitFor(() => expect(items()).toHaveLength(4));
  fireEvent.change(screen.getByRole('combobox', { name: 'Show only some tasks' }), { target: { value: 'done' } });
  expect(items().map(item => item.textContent)).toEqual(['✔Second']);
});

test('a task unfolds to what is written of it', async () => {
  await showTasks([task('1', { details: 'with figures' })]);
  const title = await screen.findByRole('button', { name: /Task 1/, expanded: false });
  fireEvent.click(title);
  await waitFor(() => expect(items()[0].querySelector('p')?.textContent).toBe('with figures'));
  fireEvent.click(title);
  expect(items()[0].querySelector('p')).toBeNull();
});

test('the menu of a task offers the agents that are there when it is opened', async () => {
  const { server } = await showTasks([task('1')]);
  await screen.findByText('Task 1');
  await published(server, () => server.publish('session:dan-session:status-changed', session('dan')));
  fireEvent.click(screen.getByRole('button', { name: 'More about task 1' }));
  expect(await screen.findByText('Assign to dan')).toBeTruthy();
});

test('a task unfolds by the keyboard as a button does', async () => {
  await showTasks([task('1')]);
  const title = await screen.findByRole('button', { name: /Task 1/ });
  for (const [key, unfolded] of [
    ['Enter', 'true'],
    [' ', 'false'],
    ['x', 'false']
  ]) {
    fireEvent.keyDown(title, { key });
    expect(title.getAttribute('aria-expanded')).toBe(unfolded);
  }
});

test('a task is dragged by all of its line, in Firefox too, and goes to the agent that it is dropped upon', async () => {
  const { server } = await shownPanel(
    { sessions: [session('writer')] },
    { 'GET tasks': { tasks: [task('1')], total: 1 }, 'GET tasks/1': task('1') }
  );
  const title = await screen.findByRole('button', { name: /Task 1/ });
  expect(title.closest('[draggable="true"]')).toBeTruthy();
  expect(title.closest('button')).toBeNull(); // Firefox drags nothing inside one
  const kept = new Map<string, string>();
  const dataTransfer = {
    get types() {
      return [...kept.keys()];
    },
    setData: (type: string, data: string) => kept.set(type, data),
    getData: (type: string) => kept.get(type) ?? ''
  };
  fireEvent.dragStart(title, { dataTransfer });
  expect(dataTransfer.types).toEqual(['application/x-areyouj-task']); // no text: it would be dropped into cells
  const row = screen.getByText('writer');
  for (const moved of [fireEvent.dragEnter, fireEvent.dragOver]) {
    expect(moved(row, { dataTransfer })).toBe(false); // accepted
  }
  fireEvent.drop(row, { dataTransfer });
  await waitFor(() => expect(server.of('POST').map(({ path }) => path)).toEqual(['tasks/1/assign']));
});

test('where the list cannot be fetched, the panel says why', async () => {
  await shownPanel({}, { 'GET tasks': 503 });
  expect((await screen.findByRole('alert')).textContent).toBe('Refused with 503.');
});
