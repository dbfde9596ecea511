// The form that starts an agent.

import React, { useEffect, useState } from 'react';

import { ErrorLine, Tools, useRun } from './action';
import type { SpecModel } from './api.gen';
import { Command } from './commands';

export interface StartProps {
  tools: Tools;
  /** The specs that the server knows. */
  loadSpecs(): Promise<SpecModel[]>;
  /** The folder that the user looks at; relative to the server's root. */
  folder: string;
  onDone(): void;
}

export function StartForm({ tools, loadSpecs, folder, onDone }: StartProps): JSX.Element {
  const { trans } = tools;
  const [specs, problem] = useSpecs(loadSpecs);
  const [values, setValues] = useState<Record<string, string>>({ project_path: folder });
  const [start, starting, error] = useStart(tools, onDone);
  const spec = chosen(specs, values.spec);
  const set = (field: string) => (value: string) => setValues({ ...values, [field]: value });
  return (
    <form
      className="jp-AreYouJ-start"
      aria-label={trans.__('Start an agent')}
      onSubmit={event => {
        event.preventDefault();
        if (spec) {
          void start({ ...values, spec: spec.name });
        }
      }}
    >
      <Choose
        label={trans.__('Agent')}
        value={spec?.name ?? ''}
        options={specs.map(option(tools))}
        onChange={name => setValues({ ...values, spec: name, permission_mode: '' })}
      />
      {spec && !spec.installed && <p className="jp-AreYouJ-hint">{spec.install}</p>}
      {spec && spec.permission_modes.length > 1 && (
        <Choose
          label={trans.__('Permissions')}
          value={values.permission_mode || spec.permission_modes[0]}
          options={spec.permission_modes.map(mode => [mode, mode])}
          onChange={set('permission_mode')}
        />
      )}
      <Write
        label={trans.__('Folder')}
        value={values.project_path}
        placeholder={trans.__("the server's root folder")}
        onChange={set('project_path')}
      />
      <Write
        label={trans.__('Name')}
        value={values.name ?? ''}
        placeholder={trans.__('optional')}
        onChange={set('name')}
      />
      <button type="submit" className="jp-AreYouJ-button jp-mod-accept" disabled={starting || !spec?.installed}>
        {trans.__('Start')}
      </button>
      <ErrorLine text={error || problem} />
    </form>
  );
}

/** Starts an agent; whether it is under way, and the sentence of what went wrong. */
function useStart(
  tools: Tools,
  onDone: () => void
): [(values: Record<string, string>) => Promise<void>, boolean, string] {
  const [run, error] = useRun(tools);
  const [starting, setStarting] = useState(false);
  const start = async (values: Record<string, string>) => {
    setStarting(true);
    if (await run(Command.start, values)) {
      onDone();
    }
    setStarting(false);
  };
  return [start, starting, error];
}

/** The specs, and the sentence of what went wrong. */
function useSpecs(load: () => Promise<SpecModel[]>): [SpecModel[], string] {
  const [specs, setSpecs] = useState<SpecModel[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    load().then(setSpecs, (reason: Error) => setProblem(reason.message));
  }, [load]);
  return [specs, problem];
}

/** The one that was chosen, or the first that is installed; undefined while none is loaded. */
function chosen(specs: SpecModel[], wanted: string | undefined): SpecModel | undefined {
  return specs.find(({ name }) => name === wanted) ?? specs.find(({ installed }) => installed) ?? specs[0];
}

function option({ trans }: Tools) {
  return ({ name, display_name, installed }: SpecModel): [string, string] => [
    name,
    installed ? display_name : trans.__('%1 (not installed)', display_name)
  ];
}

interface FieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
}

function Choose({ label, value, options, onChange }: FieldProps & { options: [string, string][] }): JSX.Element {
  return (
    <label>
      <span>{label}</span>
      <select className="jp-mod-styled" value={value} onChange={event => onChange(event.target.value)}>
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Write({ label, value, placeholder, onChange }: FieldProps & { placeholder: string }): JSX.Element {
  return (
    <label>
      <span>{label}</span>
      <input
        className="jp-mod-styled"
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        onChange={event => onChange(event.target.value)}
      />
    </label>
  );
}
