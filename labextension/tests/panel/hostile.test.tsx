// What agents say reaches the page as text: tags, control characters and sequences for terminals included.

import { expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';

import { asking, message, queue, session, status, task } from '../models';
import { published, shownPanel } from '../shownpanel';

const TAGS = '<img src=x onerror="fell()"><script>fell()</script>';
const CONTROLS = '\u001b]52;c;aGk=\u0007\u001b[2J\u0000\u009d\u202e';
const HOSTILE = TAGS + CONTROLS;
const SHOWN = `${TAGS}␛]52;c;aGk=␇␛[2J␀⟨9D⟩⟨U+202E⟩`;
const ACTIVE = 'img, script, iframe, object, embed, [onerror], [onclick], [href^="javascript"]';

test('in a prompt and its choices', async () => {
  const choices = [{ key: '1', label: HOSTILE }];
  await shownPanel({ sessions: [asking('writer', { text: HOSTILE, choices })] });
  const card = screen.getByRole('article', { name: 'writer asks: permission' });
  expect(card.querySelector('pre')?.textContent).toBe(SHOWN);
  expect(card.querySelector('.jp-AreYouJ-choice')?.textContent).toBe(`1 ${SHOWN}`);
  expect(card.querySelector(ACTIVE)).toBeNull();
});

test('in a row, in a queue, and in the reason of an exit', async () => {
  const left = session('leaver', { status: status({ state: 'exited', reason: HOSTILE }) });
  const { server } = await shownPanel({ sessions: [session('writer', { pending: 1 }), left] });
  fireEvent.click(screen.getByRole('button', { name: /writer/, expanded: false }));
  const waits = message('writer', HOSTILE);
  const works = message('writer', `${HOSTILE} too`, { status: 'processing' });
  await published(server, () => server.publish('session:writer-session:queue-changed', queue('writer', works, waits)));
  const doing = [...document.querySelectorAll('.jp-AreYouJ-doing')].map(element => element.textContent);
  expect(doing).toEqual([`${SHOWN} too`, SHOWN]);
  const queued = [...document.querySelectorAll('.jp-AreYouJ-item > p')].map(element => element.textContent);
  expect(queued).toEqual([`Running · ${SHOWN} too`, SHOWN]);
  expect(document.querySelector(`.jp-AreYouJ-row :is(${ACTIVE})`)).toBeNull();
});

test('in the title of a task, and in what is written of it as Markdown', async () => {
  await shownPanel({}, { 'GET tasks': { tasks: [task('1', { title: HOSTILE, details: HOSTILE })], total: 1 } });
  fireEvent.click(await screen.findByRole('button', { name: /script/, expanded: false }));
  const item = screen.getByRole('listitem');
  expect(item.querySelector('.jp-AreYouJ-tasktitle')?.textContent).toContain(SHOWN);
  await waitFor(() => expect(item.querySelector('.jp-AreYouJ-markdown p')?.textContent).toContain(SHOWN));
  expect(item.querySelector(ACTIVE)).toBeNull();
});
