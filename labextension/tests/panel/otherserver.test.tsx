// A server whose agents another one runs: it says where, and goes on without a reload once it has taken over.

import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';

import type { Owner } from '../../core/api.gen';
import { addressOf } from '../../core/otherserver';
import { agent, session } from '../models';
import { published, shownPanel } from '../shownpanel';

const OWNER: Owner = { host: 'box', pid: 7, url: '/hub/user/ada/', epoch: 1, since: 0 };

function at(url: string, page: string): string | undefined {
  return addressOf({ ...OWNER, url }, page);
}

test('a path is on the host of the page, and an address that leads nowhere from here is no link', () => {
  const hub = 'https://hub.example.org/hub/user/ada/second/lab';
  expect(at('/hub/user/ada/', hub)).toBe('https://hub.example.org/hub/user/ada/');
  expect(at('https://ada.hub.example.org/user/ada/', hub)).toBe('https://ada.hub.example.org/user/ada/');
  expect(at('http://127.0.0.1:8888/', 'http://localhost:8889/lab')).toBe('http://127.0.0.1:8888/');
  expect(at('http://localhost:8888/', hub)).toBeUndefined();
  expect(at('javascript:alert(1)', hub)).toBeUndefined();
  expect(at('http+unix://%2Ftmp%2Fsocket/', hub)).toBeUndefined();
  expect(at('', hub)).toBeUndefined();
});

test('the panel leads to the server that runs the agents, until this one has taken over', async () => {
  const { server } = await shownPanel({ agents: [agent('writer')], owner: OWNER });
  const banner = screen.getByText('Your agents run in another Jupyter server:').parentElement;
  expect(banner?.textContent).toBe(
    'Your agents run in another Jupyter server: http://localhost/hub/user/ada/. ' +
      'This server takes over automatically when that one stops.'
  );
  expect(screen.getByRole('link').getAttribute('href')).toBe('http://localhost/hub/user/ada/');
  expect(screen.queryByRole('button', { name: /Start.*writer/ })).toBeNull();
  await published(server, () => server.snapshot({ agents: [agent('writer')], sessions: [session('writer')] }));
  expect(screen.queryByText('Your agents run in another Jupyter server:')).toBeNull();
  expect(screen.getByRole('list', { name: 'Agents' }).textContent).toContain('writer');
});
