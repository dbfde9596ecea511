// The cards of those who need a person: every choice a button, at most one answer.

import { expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { asking, session } from '../models';
import { published, shownPanel } from '../shownpanel';

const ANSWER = 'POST sessions/writer-session/answer';

/** The card of an agent. */
function card(name: RegExp): HTMLElement {
  return screen.getByRole('article', { name });
}

function button(name: string): HTMLElement {
  return within(card(/writer/)).getByRole('button', { name });
}

test('choices are buttons, and the first that is pressed is the answer', async () => {
  const { server } = await shownPanel({ sessions: [asking('writer')] }, { [ANSWER]: new Promise(() => undefined) });
  const asked = card(/^writer asks: permission$/);
  expect(within(asked).getByText('Run make?')).toBeTruthy();
  const [yes, no] = [button('1 Yes'), button('2 No')];
  fireEvent.click(yes);
  fireEvent.click(yes);
  fireEvent.click(no);
  await waitFor(() => expect(server.of('POST')).toHaveLength(1));
  expect(server.of('POST')[0]).toEqual({
    method: 'POST',
    path: 'sessions/writer-session/answer',
    body: { prompt_id: 'prompt-1', choice: '1' }
  });
  expect([yes, no].map(button => button.matches(':disabled'))).toEqual([true, true]);
});

test('a line across the whole terminal is a short one in a card', async () => {
  await shownPanel({ sessions: [asking('writer', { text: `${'─'.repeat(120)}\n Run make?\n${'a'.repeat(12)}` })] });
  const shown = card(/writer/).querySelector('pre')?.textContent;
  expect(shown).toBe(`${'─'.repeat(10)}\n Run make?\n${'a'.repeat(12)}`);
});

test('an answer that was refused can be given again, and the refusal is read', async () => {
  const { server } = await shownPanel({ sessions: [asking('writer')] }, { [ANSWER]: 409 });
  const yes = button('1 Yes');
  fireEvent.click(yes);
  expect((await screen.findByRole('alert')).textContent).toBe('Refused with 409.');
  fireEvent.click(yes);
  await waitFor(() => expect(server.of('POST')).toHaveLength(2));
});

test('an answer in free text goes as it was written', async () => {
  const sessions = [asking('writer', { kind: 'question', takes_text: true, choices: [] })];
  const { server } = await shownPanel({ sessions });
  const box = within(card(/^writer asks: question$/)).getByRole('textbox', { name: 'Other answer for writer' });
  const send = button('Answer');
  expect(send.matches(':disabled')).toBe(true);
  fireEvent.change(box, { target: { value: 'Green <Esc>' } });
  fireEvent.click(send);
  await waitFor(() => expect(server.of('POST')).toHaveLength(1));
  expect(server.of('POST')[0].body).toEqual({ prompt_id: 'prompt-1', text: 'Green <Esc>' });
});

test('where no text is taken, none can be written', async () => {
  await shownPanel({ sessions: [asking('writer')] });
  expect(within(card(/writer/)).queryByRole('textbox')).toBeNull();
});

test('who waits longest stands first, and a card goes with its prompt', async () => {
  const sessions = [asking('late', { since: 200 }), asking('early', { since: 100 }), session('idler')];
  const { server } = await shownPanel({ sessions });
  const names = () => screen.getAllByRole('article').map(article => article.dataset.asking);
  expect(names()).toEqual(['early', 'late']);
  await published(server, () => server.publish('session:early-session:status-changed', session('early')));
  expect(names()).toEqual(['late']);
});

test('the next prompt of the same agent is a new card that takes an answer', async () => {
  const { server } = await shownPanel({ sessions: [asking('writer')] });
  fireEvent.click(button('1 Yes'));
  await waitFor(() => expect(server.of('POST')).toHaveLength(1));
  const next = asking('writer', { id: 'prompt-2', text: 'And now?' });
  await published(server, () => server.publish('session:writer-session:status-changed', next));
  fireEvent.click(button('1 Yes'));
  await waitFor(() => expect(server.of('POST')).toHaveLength(2));
  expect(server.of('POST')[1].body).toEqual({ prompt_id: 'prompt-2', choice: '1' });
});
