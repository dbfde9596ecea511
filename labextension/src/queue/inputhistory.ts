// The arrow keys in a field bring back what was sent before, as in a shell.

import { KeyboardEvent, useRef } from 'react';

import { pressed } from '../../core/keys';

/** Where a person is in the past: the texts as they were at the first key, and what was written then. */
interface Past {
  texts: readonly string[];
  place: number;
  draft: string;
}

/**
 * A handler of the keys of a field. Up begins at the start of its text; while a text that was brought back is not
 * changed, Up and Down go on, at last to what was written before.
 */
export function useInputHistory(
  content: string,
  setContent: (text: string) => void,
  load: () => Promise<readonly string[]>
): (event: KeyboardEvent<HTMLTextAreaElement>) => void {
  const past = useRef<Past | null>(null);
  const go = (to: Past) => {
    past.current = to.place < 0 ? null : to;
    setContent(to.texts[to.place] ?? to.draft);
  };
  return event => {
    const { altKey, ctrlKey, metaKey, shiftKey, currentTarget: field } = event;
    const key = pressed(event);
    const now = past.current?.texts[past.current.place] === content ? past.current : null;
    const asked = (key === 'ArrowUp' && (now || field.selectionEnd === 0)) || (key === 'ArrowDown' && now);
    if (!asked || altKey || ctrlKey || metaKey || shiftKey) {
      return;
    }
    event.preventDefault();
    if (now) {
      const place = now.place + (key === 'ArrowUp' ? 1 : -1);
      go({ ...now, place: Math.min(place, now.texts.length - 1) });
    } else {
      const begin = (texts: readonly string[]) =>
        field.value === content && texts[0] && go({ texts, place: 0, draft: content });
      load().then(begin, () => undefined); // the panel says what is wrong with the server
    }
  };
}
