// The row of tabs: who they are and how they are, by shape and word as well as by colour.

import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import type { StatusModel } from '../../core/api.gen';
import { pressed } from '../../core/keys';
import { GLYPHS, look, lookWords, words } from '../../core/words';
import { useNow } from './desk';
import { trans } from './translation';

export interface Tab {
  id: string;
  label: string;
  status?: StatusModel;
}

export function TabBar(props: { tabs: Tab[]; shown: string; onChoose(id: string): void }): JSX.Element {
  const { tabs, shown, onChoose } = props;
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const place = target(
      pressed(event),
      tabs.findIndex(tab => tab.id === shown),
      tabs.length
    );
    if (place !== undefined) {
      event.preventDefault();
      onChoose(tabs[place].id);
      bar.current?.querySelectorAll<HTMLElement>('[role=tab]')[place].focus();
    }
  };
  return (
    <div class="tabbar" role="tablist" aria-label={trans.__('Agents')} ref={bar} onKeyDown={onKeyDown}>
      {tabs.map(tab => (
        <button
          key={tab.id}
          id={`tab-${tab.id}`}
          type="button"
          role="tab"
          class="tab"
          aria-selected={tab.id === shown}
          tabIndex={tab.id === shown ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          data-look={tab.status && look(tab.status)}
        >
          {tab.status && <StatusMark status={tab.status} />}
          <span class="name">{tab.label}</span>
          {tab.status && <StatusWord status={tab.status} />}
        </button>
      ))}
    </div>
  );
}

export function StatusMark({ status }: { status: StatusModel }): JSX.Element {
  return (
    <span class="glyph" data-look={look(status)} aria-hidden="true">
      {GLYPHS[look(status)]}
    </span>
  );
}

/** The status in one word; how long it has been so is its hint. */
function StatusWord({ status }: { status: StatusModel }): JSX.Element {
  return (
    <span class="word" title={words(status, useNow(), trans)}>
      {lookWords(look(status), 1, trans)}
    </span>
  );
}

/** Where a key leads to from a place. */
function target(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (place + 1) % count;
    case 'ArrowLeft':
      return (place + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
