// A message of a queue in both front ends: it is moved, changed, cancelled and sent again.

import { expect, test } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';

import type { MessageModel } from '../../../core/api.gen';
import { ActProps, QueueItem } from '../../../core/components/queueitem';
import { message } from '../../models';
import { classOf, deferred, trans } from './plain';

const Act = ({ does, off, act }: ActProps) => (
  <button aria-disabled={off} onClick={act}>
    {does}
  </button>
);

/** The second of three messages, and what is done with it. */
function shown(more: Partial<MessageModel> = {}, place = 1) {
  const [edited, done] = [deferred(), [] as unknown[]];
  render(
    <QueueItem
      {...{ trans, classOf, Act, place }}
      message={message('writer', 'two', more)}
      count={3}
      title="all of it"
      reason={more.reason}
      onMove={position => done.push(position)}
      onEdit={edited.call}
      onCancel={() => done.push('cancelled')}
      onRetry={() => done.push('retried')}
    />
  );
  return { edited, done };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a message that waits is moved by one place and cancelled', () => {
  const { done } = shown();
  expect(screen.getByTitle('all of it').textContent).toBe('two');
  ['up', 'down', 'cancel'].forEach(press);
  expect(done).toEqual([0, 2, 'cancelled']);
});

test('the editor has the focus, and stays until the change is kept', async () => {
  const { edited } = shown();
  press('edit');
  const field = await screen.findByRole('textbox');
  await waitFor(() => expect(document.activeElement).toBe(field));
  fireEvent.input(field, { target: { value: 'zwei' } });
  for (const kept of [false, true]) {
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(edited.calls).toHaveLength(kept ? 2 : 1));
    edited.answer(kept);
  }
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(edited.calls).toEqual(['zwei', 'zwei']);
});

test('Escape drops the change, and so does leaving a text as it was', async () => {
  const { edited } = shown();
  for (const leave of [
    (field: HTMLElement) => fireEvent.keyDown(field, { key: 'Escape' }),
    (field: HTMLElement) => fireEvent.focusOut(field)
  ]) {
    press('edit');
    leave(await screen.findByRole('textbox'));
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  }
  expect(edited.calls).toEqual([]);
});

test('one of uncertain fate tells why and is sent again; it is neither moved nor changed', () => {
  const { done } = shown({ status: 'uncertain', reason: 'The server died.' }, -1);
  expect(screen.getByRole('listitem').textContent).toBe('Uncertain · twoThe server died.retry');
  press('retry');
  expect(done).toEqual(['retried']);
});
