// The field of a message in both front ends: each text is sent once, and stays until it has arrived.

import { expect, test } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';

import { useDraft } from '../../../core/components/draft';
import { SendBox } from '../../../core/components/sendbox';
import { compose } from '../../composing';
import { classOf, deferred, trans } from './plain';

interface BoxProps {
  freshKey(): string;
  onSend(content: string, key: string): Promise<boolean>;
}

function Box({ freshKey, onSend }: BoxProps): JSX.Element {
  const draft = useDraft(freshKey, onSend);
  return <SendBox {...{ trans, classOf, draft }} className="its" agent="writer" placeholder="Message" />;
}

/** A box, its field, what was sent from it, and a way to write. */
function shown() {
  const sent = deferred();
  let keys = 0;
  render(<Box freshKey={() => `key ${++keys}`} onSend={(content, key) => sent.call([content, key])} />);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message for writer' });
  const write = async (value: string) => {
    fireEvent.input(field, { target: { value } });
    await waitFor(() => expect(screen.getByRole('button').matches(':disabled')).toBe(false));
  };
  return { sent, field, write };
}

test('the same text sent again has the same key, another text has another', async () => {
  const { sent, field, write } = shown();
  await write('first');
  for (const arrived of [false, true]) {
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.keyDown(field, { key: 'Enter' }); // while it is under way
    await waitFor(() => expect(field.readOnly).toBe(true));
    sent.answer(arrived);
    await waitFor(() => expect(field.readOnly).toBe(false));
    expect(field.value).toBe(arrived ? '' : 'first');
  }
  await write('second');
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(sent.calls).toHaveLength(3));
  expect(sent.calls).toEqual([
    ['first', 'key 1'],
    ['first', 'key 1'],
    ['second', 'key 2']
  ]);
});

test('Shift+Enter and the Enter of an input method send nothing', async () => {
  const { sent, field, write } = shown();
  await write('to');
  fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
  compose(field, 'Enter');
  expect(sent.calls).toEqual([]);
});
