// What a form is made of.

import type { JSX } from 'preact';

export function Write(props: {
  label: string;
  value: string;
  placeholder?: string;
  required?: boolean;
  onInput(value: string): void;
}): JSX.Element {
  const { label, onInput, ...rest } = props;
  return (
    <label>
      {label}
      <input {...rest} onInput={event => onInput(event.currentTarget.value)} />
    </label>
  );
}

/** choices: each a value and how it is called. */
export function Choose(props: {
  label: string;
  value?: string;
  choices: string[][];
  onChoose(value: string): void;
}): JSX.Element {
  const { label, value, choices, onChoose } = props;
  return (
    <label>
      {label}
      <select value={value} onChange={event => onChoose(event.currentTarget.value)}>
        {choices.map(([name, called]) => (
          <option key={name} value={name}>
            {called}
          </option>
        ))}
      </select>
    </label>
  );
}
