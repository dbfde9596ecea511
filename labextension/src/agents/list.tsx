// The list of sessions: order, selection and the arrow keys.

import { PathExt } from '@jupyterlab/coreutils';
import React, { Fragment, KeyboardEvent, useCallback, useRef, useState } from 'react';

import type { SessionModel } from '../../core/api.gen';
import { pressed } from '../../core/keys';
import type { Queues } from '../../core/queues';
import { bySeverity } from '../../core/words';
import type { SentMessages } from '../queue/sentmessages';
import type { Tools } from '../ui/action';
import type { Clock } from '../ui/clock';
import { useLive } from '../ui/uselive';
import { Row } from './row';

export interface ListProps {
  tools: Tools;
  clock: Clock;
  queues: Queues;
  sent: SentMessages;
  sessions: SessionModel[];
  /** Whether those of one project stand together, under its name. */
  byProject: boolean;
}

export function SessionList({ tools, clock, queues, sent, sessions, byProject }: ListProps): JSX.Element {
  const [held, setHeld] = useState(false);
  const [dragged, setDragged] = useState(false); // the pointer is said to leave when a drag begins
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState('');
  useLive(queues.changed);
  const rows = useOrder(sessions, byProject ? inProjects : bySeverity, held || dragged);
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
      onDragOver={() => setDragged(true)}
      onDragLeave={event => event.currentTarget.contains(event.relatedTarget as Node | null) || setDragged(false)}
      onDrop={() => setDragged(false)}
      onDragEnd={() => setDragged(false)}
    >
      {rows.map((session, place) => (
        <Fragment key={session.id}>
          {byProject && session.project_path !== rows[place - 1]?.project_path && (
            <Project path={session.project_path} />
          )}
          <Row
            {...{ tools, clock, queues, sent, session }}
            queue={queues.queue(session.id)}
            open={opened.has(session.id)}
            reached={session.id === reached}
            onToggle={toggle}
            onFocus={setFocused}
          />
        </Fragment>
      ))}
    </ul>
  );
}

function Project({ path }: { path: string }): JSX.Element {
  return (
    <li className="jp-AreYouJ-project" title={path}>
      <h4>{PathExt.basename(path) || path}</h4>
      <span className="jp-AreYouJ-facts">{path.slice(0, path.lastIndexOf('/'))}</span>
    </li>
  );
}

/** By the names of their projects, then as elsewhere. */
function inProjects(left: SessionModel, right: SessionModel): number {
  const [first, second] = [left.project_path, right.project_path];
  const names = PathExt.basename(first).localeCompare(PathExt.basename(second));
  return names || first.localeCompare(second) || bySeverity(left, right);
}

/** Opening one row closes no other: that would move the rows under the pointer. */
function toggled(opened: ReadonlySet<string>, id: string, open: boolean): ReadonlySet<string> {
  const rest = [...opened].filter(other => other !== id);
  return new Set(open ? [...rest, id] : rest);
}

type Order = (left: SessionModel, right: SessionModel) => number;

/** Sorted; while held, rows keep their places, lest a click meets the wrong agent. */
function useOrder(sessions: SessionModel[], order: Order, held: boolean): SessionModel[] {
  const places = useRef(new Map<string, number>());
  const place = ({ id }: SessionModel) => places.current.get(id) ?? places.current.size;
  const sorted = [...sessions].sort(order);
  const rows = held ? sorted.sort((left, right) => place(left) - place(right)) : sorted;
  places.current = new Map(rows.map(({ id }, index) => [id, index]));
  return rows;
}

/** Up, Down, Home and End move between the rows' first lines. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('.jp-AreYouJ-head')];
  const from = heads.indexOf(event.target as HTMLElement); // elements alone get key events
  const last = heads.length - 1;
  const to = { ArrowUp: Math.max(from - 1, 0), ArrowDown: Math.min(from + 1, last), Home: 0, End: last }[
    pressed(event)
  ];
  if (from >= 0 && to !== undefined) {
    event.preventDefault();
    heads[to].focus();
  }
}
