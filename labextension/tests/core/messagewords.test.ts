// How a message is said: who sent it, how far it is, what it used, and whether it may be sent again.

import { expect, test } from '@jest/globals';
import { nullTranslator } from '@jupyterlab/translation';

import { progress, retriable, sender } from '../../core/messagewords';
import { cost } from '../../core/words';
import { message } from '../models';

const trans = nullTranslator.load('areyouj_jupyter');
const usage = {
  input_tokens: 1000,
  output_tokens: 234,
  cache_read_tokens: null,
  cache_write_tokens: null,
  cost_usd: 0.001
};

test('an agent is called by its name, a person by where the message came from', () => {
  const reply = message('writer', 'Done.', { sender_type: 'agent' });
  const origins = (['queue', 'terminal', 'task'] as const).map(origin => message('writer', 'Go.', { origin }));
  expect([reply, ...origins].map(one => sender(one, trans))).toEqual([
    'writer',
    'You',
    'You, in the terminal',
    'A task'
  ]);
});

test('of a message is said how far it is until it is done, of a reply what it used', () => {
  const waiting = message('writer', 'Go.');
  const done = message('writer', 'Go.', { status: 'completed' });
  const reply = message('writer', 'Done.', { sender_type: 'agent', usage });
  expect([waiting, done, reply].map(one => progress(one, trans))).toEqual([
    'Queued',
    '',
    `${(1234).toLocaleString()} tokens, <$0.01`
  ]);
});

test('what did not reach its end may be sent again, but no reply', () => {
  const statuses = ['pending', 'processing', 'completed', 'error', 'cancelled', 'uncertain'] as const;
  const again = statuses.filter(status => retriable(message('writer', 'Go.', { status })));
  expect(again).toEqual(['error', 'cancelled', 'uncertain']);
  expect(retriable(message('writer', 'No.', { sender_type: 'agent', status: 'error' }))).toBe(false);
});

test('a cost is said to the cent, and a smaller one is not nothing', () => {
  expect([null, 0, 0.001, 0.005, 1.204].map(cost)).toEqual(['', '', '<$0.01', '$0.01', '$1.20']);
});
