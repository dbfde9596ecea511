// The dialog that asks for a new agent.

import { afterEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';

import { Crew } from '../../core/crew';
import { askNewAgent } from '../../src/agents/agentdialogs';
import { Preferences } from '../../src/lab/preferences';
import { agent, session, spec } from '../models';
import { Asked, Server } from '../server';
import { crewOf, opened, toolsOf } from '../shownpanel';

const SPECS = [
  spec('parrot', { installed: false, version: null }),
  spec('echo'),
  spec('codex', { permission_modes: ['ask', 'never'], takes_model: true })
];

let server: Server;
let crew: Crew;
let closed: boolean;

/** Open the dialog; answers: what the server says to its requests. */
async function ask(first: Record<string, string> = {}, answers: Record<string, unknown> = {}): Promise<void> {
  server = new Server({ 'GET specs': SPECS, 'POST sessions': session('echo-1'), ...answers });
  crew = crewOf(server);
  await opened(server);
  server.snapshot({ agents: [agent('Writer')] });
  closed = false;
  const folders = (above: string) =>
    above === 'nowhere/' ? Promise.reject(new Error('not found')) : Promise.resolve([`${above}novel`, `${above}essay`]);
  const asking = { tools: toolsOf(crew), crew, preferences: new Preferences(null), folders };
  void askNewAgent(asking, first).then(() => (closed = true));
  await screen.findByRole('combobox', { name: 'Agent' });
}

afterEach(async () => {
  if (!closed) {
    press('Cancel');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
});

/** What was asked for, without the trials that the form makes while it is filled in. */
function done(): Asked[] {
  return server.of('POST').filter(({ path }) => !path.includes('dry_run'));
}

function press(name: string): void {
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
}

function fill(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

test('it offers what is installed before what is not, and begins with the first that is', async () => {
  await ask();
  const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Agent' });
  expect(choice.value).toBe('echo');
  const groups = [...choice.querySelectorAll('optgroup')].map(group => [group.label, group.textContent]);
  expect(groups).toEqual([
    ['Installed', 'ECHOCODEX'],
    ['Not installed', 'PARROT']
  ]);
});

test('without a name it makes an agent under the next free one', async () => {
  await ask({ project_path: 'project' });
  fill('Arguments', '--loud\n\n--twice');
  press('Start');
  await waitFor(() => expect(closed).toBe(true));
  expect(done().map(({ path }) => path)).toEqual(['agents', 'sessions']);
  expect(done()[0].body).toMatchObject({
    name: 'echo-1',
    spec: 'echo',
    project_path: 'project',
    settings: { arguments: ['--loud', '--twice'] }
  });
});

test('with a name it makes an agent and starts it, with the mode and the model that its program takes', async () => {
  await ask({ spec: 'codex' }, { 'POST agents': agent('critic') });
  fill('Name', 'critic');
  fill('Permissions', 'never');
  await screen.findByLabelText('Model');
  fill('Model', 'small');
  press('Start');
  await waitFor(() => expect(closed).toBe(true));
  expect(done().map(({ path }) => path)).toEqual(['agents', 'sessions']);
  expect(done()[0].body).toMatchObject({
    name: 'critic',
    spec: 'codex',
    settings: { permission_mode: 'never', model: 'small' }
  });
  expect(done()[1].body).toEqual({ agent: 'critic' });
});

test.each([
  ['writer', "There is already an agent named 'writer'."],
  ['a b', 'Use 1 to 64 letters, digits or the characters _ . -']
])('the name %s is refused before the server is asked', async (name, problem) => {
  await ask();
  fill('Name', name);
  expect(await screen.findByText(problem)).toBeTruthy();
  press('Start');
  expect(done()).toEqual([]);
});

test('what the server refuses is told while the form is filled in, and at the start, and the dialog stays', async () => {
  await ask({}, { 'POST agents': 400 });
  fill('Folder', 'nowhere');
  expect(await screen.findByText('Refused with 400.')).toBeTruthy();
  press('Start');
  await waitFor(() => expect(done()).toHaveLength(1));
  expect(closed).toBe(false);
});

test('an agent whose start was refused is not kept', async () => {
  await ask({}, { 'POST agents': agent('critic'), 'POST sessions': 409 });
  fill('Name', 'critic');
  press('Start');
  await waitFor(() => expect(server.of('DELETE').map(({ path }) => path)).toEqual(['agents/critic-agent']));
});

test('a program that is not installed says how it is got, and is not started', async () => {
  await ask({ spec: 'parrot' });
  expect(await screen.findByText('pip install parrot')).toBeTruthy();
  press('Start');
  expect(await screen.findByText('PARROT is not installed on the server yet.')).toBeTruthy();
  expect(done()).toEqual([]);
});

test('a folder is chosen among those that there are, level by level', async () => {
  await ask();
  const offered = () => {
    const { list } = screen.getByLabelText<HTMLInputElement>('Folder');
    return [...(list?.options ?? [])].map(({ value }) => value);
  };
  await waitFor(() => expect(offered()).toEqual(['novel', 'essay']));
  fill('Folder', 'novel/');
  await waitFor(() => expect(offered()).toEqual(['novel/novel', 'novel/essay']));
  fill('Folder', 'nowhere/');
  await waitFor(() => expect(offered()).toEqual([]));
});
