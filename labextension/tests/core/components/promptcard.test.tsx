// The card of a prompt in both front ends: at most one answer, unless that was refused.

import { expect, test } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';

import type { Prompt } from '../../../core/api.gen';
import { PromptCard } from '../../../core/components/promptcard';
import { compose } from '../../composing';
import { asking, prompt } from '../../models';
import { classOf, deferred, trans } from './plain';

/** The card of a writer, and what is answered in it. */
function shown(more: Partial<Prompt> = {}) {
  const given = deferred();
  const props = { trans, classOf, session: asking('writer'), prompt: prompt(more), asker: <b>asker</b> };
  render(<PromptCard {...props} further={<i>further</i>} onAnswer={given.call} />);
  return given;
}

const disabled = () => screen.getAllByRole('button').map(button => button.matches(':disabled'));

test('a card says who asks what, and has the parts of its front end', () => {
  shown();
  const card = screen.getByRole('article', { name: 'writer asks: permission' });
  expect(card.className).toBe('its-prompt');
  expect(card.textContent).toBe('askerRun make?1 Yes2 Nofurther');
  expect(screen.getByRole('button', { name: '1 Yes' }).className).toBe('its-button its-choice');
});

test('the first choice is the answer, and another is taken only after a refusal', async () => {
  const given = shown();
  const [yes, no] = screen.getAllByRole('button');
  fireEvent.click(yes);
  fireEvent.click(no);
  await waitFor(() => expect(disabled()).toEqual([true, true]));
  given.answer(false);
  await waitFor(() => expect(disabled()).toEqual([false, false]));
  fireEvent.click(no);
  expect(given.calls).toEqual([{ choice: '1' }, { choice: '2' }]);
});

test('words of one’s own are followed as they are written, and Enter gives them once they are composed', async () => {
  const given = shown({ choices: [], takes_text: true });
  const field = screen.getByRole('textbox', { name: 'What should writer do instead?' });
  expect(disabled()).toEqual([true]);
  fireEvent.input(field, { target: { value: 'make check' } });
  await waitFor(() => expect(disabled()).toEqual([false]));
  compose(field, 'Enter');
  expect(given.calls).toEqual([]);
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(given.calls).toEqual([{ text: 'make check' }]);
});
