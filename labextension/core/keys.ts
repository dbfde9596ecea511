// Which key was pressed, if it is meant for us and not for an input method.

const COMPOSING = 229; // the keyCode of a key that an input method takes (UI Events, 7.3.1)

/** The browser's own event, or React's around it. */
type Press = KeyboardEvent | { nativeEvent: KeyboardEvent };

/**
 * The name of the key; empty while a word is composed, say in Japanese, where Enter and the arrows choose among
 * candidates. Safari ends the composition before it tells of the Enter that did so: only the keyCode gives that away.
 */
export function pressed(press: Press): string {
  const event = 'nativeEvent' in press ? press.nativeEvent : press;
  return event.isComposing || event.keyCode === COMPOSING ? '' : event.key;
}
