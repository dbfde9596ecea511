// The list of sessions: order, selection and the arrow keys.

import React, { KeyboardEvent, useCallback, useRef, useState } from 'react';

import type { Tools } from './action';
import type { SessionModel } from './api.gen';
import type { Clock } from './clock';
import { useLive } from './live';
import type { Queues } from './queues';
import { Row } from './row';
import { bySeverity } from './words';

export interface ListProps {
  tools: Tools;
  clock: Clock;
  queues: Queues;
  sessions: SessionModel[];
}

export function SessionList({ tools, clock, queues, sessions }: ListProps): JSX.Element {
  const [held, setHeld] = useState(false);
  const [dragged, setDragged] = useState(false); // the pointer is said to leave when a drag begins
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState('');
  useLive(queues.changed);
  const rows = useOrder(sessions, held || dragged);
  const reached = rows.some(({ id }) => id === focused) ? focused : rows[0]?.id;
  const toggle = useCallback((id: string, open: boolean) => setOpened(before => toggled(before, id, open)), []);
  return (
    <ul
      className="jp-AreYouJ-list"
      aria-label={tools.trans.__('Agents')}
      onKeyDown={moveFocus}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onDragStart={() => setDragged(true)}
      onDragEnd={() => setDragged(false)}
    >
      {rows.map(session => (
        <Row
          key={session.id}
          tools={tools}
          clock={clock}
          queues={queues}
          session={session}
          queue={queues.queue(session.id)}
          open={opened.has(session.id)}
          reached={session.id === reached}
          onToggle={toggle}
          onFocus={setFocused}
        />
      ))}
    </ul>
  );
}

/** Opening one row closes no other: that would move the rows under the pointer. */
function toggled(opened: ReadonlySet<string>, id: string, open: boolean): ReadonlySet<string> {
  const rest = [...opened].filter(other => other !== id);
  return new Set(open ? [...rest, id] : rest);
}

/** Sorted, the most urgent first; while held, rows keep their places, lest a click meets the wrong agent. */
function useOrder(sessions: SessionModel[], held: boolean): SessionModel[] {
  const places = useRef(new Map<string, number>());
  const place = ({ id }: SessionModel) => places.current.get(id) ?? places.current.size;
  const sorted = [...sessions].sort(bySeverity);
  const rows = held ? sorted.sort((left, right) => place(left) - place(right)) : sorted;
  places.current = new Map(rows.map(({ id }, index) => [id, index]));
  return rows;
}

/** Up, Down, Home and End move between the rows' first lines. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('.jp-AreYouJ-head')];
  const from = heads.indexOf(event.target as HTMLElement); // elements alone get key events
  const last = heads.length - 1;
  const to = { ArrowUp: Math.max(from - 1, 0), ArrowDown: Math.min(from + 1, last), Home: 0, End: last }[event.key];
  if (from >= 0 && to !== undefined) {
    event.preventDefault();
    heads[to].focus();
  }
}
