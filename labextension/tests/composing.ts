// The keys of an input method, as browsers tell them.

import { fireEvent } from '@testing-library/react';

const WAYS = [
  { isComposing: true, keyCode: 229 }, // Chromium and Firefox, while a word is composed
  { isComposing: false, keyCode: 229 } // Safari, of the Enter that has ended it
];

/** Press the key in a field as part of a word that is composed, in every browser's way. */
export function compose(field: HTMLElement, key: string): void {
  WAYS.forEach(way => fireEvent.keyDown(field, { key, ...way }));
}
