// A question in an output of a notebook: its choices are buttons while it is open, for everybody else it is Markdown.

import { Notification } from '@jupyterlab/apputils';
import { IRenderMime, RenderMimeRegistry, standardRendererFactories } from '@jupyterlab/rendermime';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';

import type { Crew } from '../../core/crew';
import { questions } from '../../src/prompts/question';
import { compose } from '../composing';
import { asking, session, status } from '../models';
import { Server } from '../server';
import { crewOf, published, toolsOf } from '../shownpanel';

const TYPE = 'application/vnd.areyouj.question+json';
const ANSWER = 'POST sessions/writer-session/answer';
const PLAIN = 'the agent asks: Run make? 1=Yes 2=No';
const ASKED = { session: 'writer-session', prompt: 'prompt-1', text: 'writer: processing …' };

let server: Server;
let crew: Crew;
const outputs: IRenderMime.IRenderer[] = [];

beforeEach(() => {
  server = new Server({ [ANSWER]: {} });
  crew = crewOf(server);
});

afterEach(() => {
  act(() => outputs.splice(0).forEach(output => output.dispose()));
  Notification.dismiss();
});

/** An output as JupyterLab makes it of what the kernel sent. */
async function output(asked: unknown = ASKED): Promise<Widget> {
  const markdownParser = { render: (text: string) => Promise.resolve(`<p>${text}</p>`) };
  const rendermime = new RenderMimeRegistry({ initialFactories: standardRendererFactories, markdownParser });
  rendermime.addFactory(questions(crew, toolsOf(crew)));
  const data = { [TYPE]: asked, 'text/markdown': PLAIN, 'text/plain': PLAIN } as IRenderMime.IMimeModel['data'];
  const model = rendermime.createModel({ data, trusted: false });
  const chosen = rendermime.preferredMimeType(model.data, 'ensure');
  expect(chosen).toBe(TYPE);
  const made = rendermime.createRenderer(chosen ?? '');
  outputs.push(made);
  await act(async () => {
    await made.renderModel(model);
    Widget.attach(made, document.body);
    MessageLoop.flush();
  });
  return made;
}

/** The server tells who runs. */
async function told(...sessions: ReturnType<typeof session>[]): Promise<void> {
  await published(server, () => server.snapshot({ sessions }));
  act(() => MessageLoop.flush());
}

test('an open question has its choices as buttons, which answer this question at the server', async () => {
  const shown = await output();
  expect(shown.node.textContent).toBe(PLAIN);
  await told(asking('writer'));
  expect(screen.getByRole('article', { name: 'writer asks: permission' })).toBeTruthy();
  expect(shown.node.textContent).not.toContain(PLAIN);
  expect(shown.node.textContent).toContain(ASKED.text);
  fireEvent.click(screen.getByRole('button', { name: '1 Yes' }));
  await waitFor(() => expect(server.of('POST')).toHaveLength(1));
  expect(server.of('POST')[0].body).toEqual({ prompt_id: 'prompt-1', choice: '1' });
});

test('a question that is answered elsewhere, and one of another time, is Markdown', async () => {
  const shown = await output();
  await told(asking('writer'));
  await published(server, () => server.publish('session:writer-session:status-changed', session('writer')));
  await waitFor(() => expect(shown.node.textContent).toBe(PLAIN));
  await told(asking('writer', { id: 'prompt-2' }));
  expect(screen.queryByRole('article')).toBeNull();
  expect(shown.node.textContent).toBe(PLAIN);
});

test.each([null, 'text', 7, {}, { session: ['x'], prompt: {} }])('what means nothing (%j) is Markdown', async asked => {
  const shown = await output(asked);
  await told(asking('writer'));
  expect(shown.node.textContent).toBe(PLAIN);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a refusal is told when the question has gone already', async () => {
  let refuse: (status: number) => void = () => undefined;
  server.answers[ANSWER] = new Promise<number>(resolve => (refuse = resolve));
  await output();
  await told(asking('writer'));
  fireEvent.click(screen.getByRole('button', { name: '1 Yes' }));
  await waitFor(() => expect(server.of('POST')).toHaveLength(1));
  await told(session('writer'));
  refuse(409);
  await waitFor(() =>
    expect(Notification.manager.notifications.map(({ message }) => message)).toEqual(['Refused with 409.'])
  );
});

test('Enter sends a free answer that is not empty', async () => {
  await output();
  await told(asking('writer', { kind: 'question', takes_text: true, choices: [] }));
  const box = screen.getByRole('textbox', { name: 'Other answer for writer' });
  fireEvent.keyDown(box, { key: 'Enter' });
  fireEvent.change(box, { target: { value: 'Gree' } });
  compose(box, 'Enter'); // chooses a candidate of an input method
  fireEvent.change(box, { target: { value: 'Green' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(server.of('POST')).toHaveLength(1));
  expect(server.of('POST')[0].body).toEqual({ prompt_id: 'prompt-1', text: 'Green' });
});

test('what holds the queue of a reply is told with the button that ends it', async () => {
  const typed = status({ blocked: 'composer', blocked_since: 1000 });
  const held = session('writer', { pending: 1, status: typed });
  const shown = await output({ session: 'writer-session', held: 'composer', text: 'writer: pending for 31 s …' });
  expect(shown.node.textContent).toBe(PLAIN);
  await told(held);
  expect(shown.node.textContent).toContain('writer: pending for 31 s …');
  fireEvent.click(screen.getByRole('button', { name: 'Clear the input and send writer' }));
  await waitFor(() => expect(server.of('DELETE')).toHaveLength(1));
  await told(session('writer'));
  expect(shown.node.textContent).toBe(PLAIN);
});
