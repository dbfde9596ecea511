// How a status looks and what is said of it: a failed turn is never taken for a finished one.

import { expect, test } from '@jest/globals';
import { nullTranslator } from '@jupyterlab/translation';

import { bySeverity, GLYPHS, look, LOOKS, totals, words } from '../../core/words';
import { session, status } from '../models';

const trans = nullTranslator.load('areyouj');
const NOW = 1_000_000;

test('what ended badly looks and reads like it until it is seen', () => {
  const ended = (outcome: 'completed' | 'failed' | 'interrupted', seen = false) => status({ outcome, seen });
  expect((['completed', 'failed', 'interrupted'] as const).map(each => look(ended(each)))).toEqual([
    'done',
    'failed',
    'done'
  ]);
  const said = (outcome: 'completed' | 'failed' | 'interrupted', seen = false) =>
    words({ ...ended(outcome, seen), since: NOW }, NOW + 5, trans);
  expect(said('failed')).toMatch(/^failed \d s$/);
  expect(said('interrupted')).toMatch(/^interrupted \d s$/);
  expect(said('completed')).toMatch(/^done \d s$/);
  expect([look(ended('failed', true)), said('completed', true).slice(0, 4)]).toEqual(['idle', 'idle']);
});

test('it stands above what is done, is counted apart, and has a sign of its own', () => {
  const failed = session('critic', { status: status({ outcome: 'failed', seen: false }) });
  const done = session('writer', { status: status({ outcome: 'completed', seen: false }) });
  expect([done, failed].sort(bySeverity).map(({ agent }) => agent)).toEqual(['critic', 'writer']);
  expect(totals([done, failed])).toEqual([
    ['needs-you', 0],
    ['working', 0],
    ['done', 1],
    ['idle', 0],
    ['failed', 1]
  ]);
  expect(new Set(LOOKS.map(each => GLYPHS[each])).size).toBe(LOOKS.length);
});
