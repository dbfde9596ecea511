// The fields of forms, each with its label and what is to be said about it.

import React, { ReactNode, useId } from 'react';

/** A title and the choices below it: value and text of each. */
export type Group = [string, [string, string][]];

interface FieldProps<Value> {
  label: string;
  value: Value;
  hint?: string | null;
  onChange(value: Value): void;
}

function Field(props: {
  label: string;
  hint?: string | null;
  problem?: string;
  className?: string;
  children(id: string): ReactNode;
}) {
  const id = useId();
  const { label, hint, problem, className, children } = props;
  return (
    <div className={`jp-AreYouJ-field ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      <p id={`${id}-hint`} className="jp-AreYouJ-hint" data-problem={Boolean(problem)} aria-live="polite">
        {problem || hint}
      </p>
    </div>
  );
}

/** One of some choices; a group without a title stands by itself. */
export function Choose({
  label,
  value,
  hint,
  groups,
  onChange
}: FieldProps<string> & { groups: Group[] }): JSX.Element {
  const options = (choices: [string, string][]) =>
    choices.map(([choice, text]) => (
      <option key={choice} value={choice}>
        {text}
      </option>
    ));
  return (
    <Field label={label} hint={hint}>
      {id => (
        <select
          id={id}
          className="jp-mod-styled"
          aria-describedby={`${id}-hint`}
          value={value}
          onChange={event => onChange(event.target.value)}
        >
          {groups.map(([title, choices]) =>
            title && choices.length ? (
              <optgroup key={title} label={title}>
                {options(choices)}
              </optgroup>
            ) : (
              options(choices)
            )
          )}
        </select>
      )}
    </Field>
  );
}

/** A line of text, or several: two, or as many as are said. */
export function Write(
  props: FieldProps<string> & { placeholder?: string; problem?: string; lines?: boolean | number }
): JSX.Element {
  const { label, value, hint, placeholder, problem, lines, onChange } = props;
  return (
    <Field label={label} hint={hint} problem={problem}>
      {id => {
        const common = {
          id,
          className: 'jp-mod-styled',
          value,
          placeholder,
          spellCheck: false,
          'aria-describedby': `${id}-hint`,
          'aria-invalid': Boolean(problem),
          onChange: (event: { target: { value: string } }) => onChange(event.target.value)
        };
        return lines ? <textarea rows={lines === true ? 2 : lines} {...common} /> : <input {...common} />;
      }}
    </Field>
  );
}

/** Yes or no. */
export function Check({ label, value, hint, off, onChange }: FieldProps<boolean> & { off?: boolean }): JSX.Element {
  return (
    <Field label={label} hint={hint} className="jp-AreYouJ-check">
      {id => (
        <input
          id={id}
          type="checkbox"
          aria-describedby={`${id}-hint`}
          checked={value}
          disabled={off}
          onChange={event => onChange(event.target.checked)}
        />
      )}
    </Field>
  );
}
