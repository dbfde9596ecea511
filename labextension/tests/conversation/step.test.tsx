// What an agent says on its way to a reply is text, and its control characters are seen.

import { expect, test } from '@jest/globals';
import { nullTranslator } from '@jupyterlab/translation';
import { render, screen } from '@testing-library/react';
import React from 'react';

import { Step } from '../../src/conversation/step';
import { message } from '../models';

test.each(['note', 'tool'] as const)('a %s shows its control characters, to a screen reader too', kind => {
  const step = message('writer', '<b>go</b>\u001b[2J\u202e', { kind, sender_type: 'agent' });
  render(<Step trans={nullTranslator.load('jupyterlab')} message={step} />);
  const line = screen.getByRole('note');
  expect(line.textContent).toBe('<b>go</b>␛[2J⟨U+202E⟩');
  expect(line.getAttribute('aria-label')).toContain('␛[2J⟨U+202E⟩');
});
