// The fields of forms, each with its label and what is to be said about it.

import { HTMLSelect } from '@jupyterlab/ui-components';
import React, { ReactNode, useId } from 'react';

/** A title and the choices below it: value and text of each. */
export type Group = [string, [string, string][]];

/** How choices look everywhere; with the arrow that tells them from a line of text. */
export const SELECT = { className: 'jp-AreYouJ-select', defaultStyle: false, iconProps: { right: '4px', top: '6px' } };

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
        {coded(problem || hint || '')}
      </p>
    </div>
  );
}

/** What stands between backticks is code. */
function coded(text: string): ReactNode[] {
  return text.split('`').map((part, place) => (place % 2 ? <code key={place}>{part}</code> : part));
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
        <HTMLSelect
          id={id}
          {...SELECT}
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
        </HTMLSelect>
      )}
    </Field>
  );
}

export interface WriteProps extends FieldProps<string> {
  placeholder?: string;
  problem?: string;
  /** Several lines of text: two, or as many as are said. */
  lines?: boolean | number;
  /** Texts that are offered for a line, and need not be taken. */
  offered?: readonly string[];
}

/** A line of text, or several. */
export function Write(props: WriteProps): JSX.Element {
  const { label, value, hint, placeholder, problem, lines, offered, onChange } = props;
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
        if (lines) {
          return <textarea rows={lines === true ? 2 : lines} {...common} />;
        }
        return (
          <>
            <input {...common} list={offered && `${id}-offered`} />
            {offered && (
              <datalist id={`${id}-offered`}>
                {offered.map(text => (
                  <option key={text} value={text} />
                ))}
              </datalist>
            )}
          </>
        );
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
