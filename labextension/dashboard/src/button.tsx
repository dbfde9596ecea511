// Buttons, and the line that tells what went wrong.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { trans } from './translation';

const PATIENCE = 5000; // milliseconds after which a question is taken back

export interface ButtonProps {
  label: string;
  hint?: string;
  /** Shown instead of the label. */
  sign?: string;
  /** Switched off it keeps the focus, for whoever moves a message to the end. */
  off?: boolean;
  act(): void;
}

export function Button({ label, hint, sign, off, act }: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={sign ? 'button sign' : 'button'}
      title={hint ?? label}
      aria-label={sign ? label : undefined}
      aria-disabled={off}
      onClick={() => off || act()}
    >
      {sign ?? label}
    </button>
  );
}

/** Asks first: the button turns into the question, and a second press is the answer. */
export function Confirm(props: { label: string; question: string; act(): void }): JSX.Element {
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const timer = asking ? setTimeout(() => setAsking(false), PATIENCE) : 0;
    return () => clearTimeout(timer);
  }, [asking]);
  return (
    <button
      type="button"
      class={asking ? 'button asking' : 'button'}
      onBlur={() => setAsking(false)}
      onClick={() => {
        setAsking(!asking);
        if (asking) {
          props.act();
        }
      }}
    >
      {asking ? props.question : props.label}
    </button>
  );
}

export function Problem({ text, onDismiss }: { text: string; onDismiss(): void }): JSX.Element | null {
  return text ? (
    <p class="problem" role="alert">
      {text} <Button label={trans.__('Dismiss')} sign="✕" act={onDismiss} />
    </p>
  ) : null;
}
