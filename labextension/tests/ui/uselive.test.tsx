// A component that follows a signal.

import { expect, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import React from 'react';

import { Emitter } from '../../core/signal';
import { useLive } from '../../src/ui/uselive';

const source = { value: 0 };
const changed = new Emitter();
let drawn = 0;

function Value(): JSX.Element {
  useLive(changed);
  drawn += 1;
  return <output>{source.value}</output>;
}

function frames(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

test('a thousand changes in a frame are one drawing, of the last; none comes after its end', async () => {
  const { unmount } = render(<Value />);
  await act(frames);
  const before = drawn;
  await act(async () => {
    for (source.value = 0; source.value < 1000; source.value++) {
      changed.emit();
    }
    await frames();
  });
  expect(screen.getByRole('status').textContent).toBe('1000');
  expect(drawn - before).toBe(1);
  unmount();
  changed.emit();
  await frames();
  expect(drawn - before).toBe(1);
});

test('what changed between drawing and following is not missed', async () => {
  source.value = 1;
  function Late(): JSX.Element {
    const element = <Value />;
    queueMicrotask(() => (source.value = 2));
    return element;
  }
  render(<Late />);
  await act(frames);
  expect(screen.getByRole('status').textContent).toBe('2');
});
