// The banner about another server in both front ends.

import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import React from 'react';

import { OtherServer } from '../../../core/components/otherserver';
import { trans } from './plain';

const OWNER = { host: 'box', pid: 7, url: '/hub/user/ada/', epoch: 1, since: 0 };

test('a server that can be reached is a link, another is named', () => {
  const { rerender } = render(<OtherServer className="its" owner={OWNER} trans={trans} />);
  expect(screen.getByRole('link').getAttribute('href')).toBe('http://localhost/hub/user/ada/');
  rerender(<OtherServer className="its" owner={{ ...OWNER, url: 'unix:/socket' }} trans={trans} />);
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('unix:/socket on box. This server takes over');
});
