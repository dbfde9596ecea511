// Which key counts.

import { expect, test } from '@jest/globals';

import { pressed } from '../../core/keys';

test.each([
  [{ key: 'Enter', keyCode: 13 }, 'Enter'],
  [{ key: 'Process', keyCode: 229 }, ''],
  [{ key: 'Enter', keyCode: 229 }, ''],
  [{ key: 'Enter', keyCode: 13, isComposing: true }, '']
])('%j is %j', (init, key) => {
  const event = new KeyboardEvent('keydown', init);
  expect([pressed(event), pressed({ nativeEvent: event })]).toEqual([key, key]);
});
