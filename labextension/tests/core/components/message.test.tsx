// A message of a conversation in both front ends.

import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import React from 'react';

import type { MessageModel } from '../../../core/api.gen';
import { Message } from '../../../core/components/message';
import { message } from '../../models';
import { classOf, trans } from './plain';

/** The article of a message. */
function shown(more: Partial<MessageModel>): HTMLElement {
  render(
    <Message
      {...{ trans, classOf }}
      message={message('writer', 'two', { created_at: 0, ...more })}
      head={({ from, sent, progress }) => <p>{[from, sent.toISOString(), progress].join('|')}</p>}
      text={<b>text</b>}
      again={<i>again</i>}
    />
  );
  return screen.getByRole('article');
}

test('a reply is told with who said it when', () => {
  const article = shown({ sender_type: 'agent', status: 'completed' });
  expect(article.textContent).toBe('writer|1970-01-01T00:00:00.000Z|text');
  expect(article.className).toBe('its-message');
  expect([article.getAttribute('aria-label'), { ...article.dataset }]).toEqual([
    'writer',
    { sender: 'agent', status: 'completed' }
  ]);
});

test('a message that failed says why, and can be sent again', () => {
  const article = shown({ status: 'error', reason: 'It has ended.' });
  expect(article.textContent).toBe('You|1970-01-01T00:00:00.000Z|FailedtextIt has ended.again');
});
