// What is asked about a new agent.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { SpecModel } from '../../labextension/src/api.gen';
import { Problem } from './button';
import { useDesk, useRun } from './desk';
import { createAgent, listSpecs, startAgent } from './restapi';
import { trans } from './translation';

/** Closed until it is wanted; the programs are asked for then. */
export function AgentForm(): JSX.Element {
  const [wanted, setWanted] = useState(false);
  return (
    <details class="form" open={wanted} onToggle={event => setWanted(event.currentTarget.open)}>
      <summary>{trans.__('New agent')}</summary>
      {wanted && <Fields onDone={() => setWanted(false)} />}
    </details>
  );
}

function Fields({ onDone }: { onDone(): void }): JSX.Element {
  const { crew, open } = useDesk();
  const [run, problem, dismiss] = useRun();
  const [specs, setSpecs] = useState<SpecModel[]>([]);
  const [values, setValues] = useState({ name: '', spec: '', project_path: '' });
  useEffect(() => void run(listSpecs(crew.server).then(setSpecs)), []);
  const spec = specs.find(({ name }) => name === values.spec) ?? specs.find(({ installed }) => installed);
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const start = async () => {
    const made = { ...values, name: values.name.trim(), spec: spec?.name ?? '' };
    const known = crew.stopped.some(({ name }) => name === made.name); // made before, but its start was refused
    const begun = (known ? Promise.resolve() : createAgent(crew.server, made)).then(() =>
      startAgent(crew.server, made.name)
    );
    if (await run(begun)) {
      onDone();
      open((await begun).id);
    }
  };
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        void start();
      }}
    >
      <label>
        {trans.__('Name')}
        <input required maxLength={64} value={values.name} onInput={event => set({ name: event.currentTarget.value })} />
      </label>
      <label>
        {trans.__('Agent')}
        <select value={spec?.name} onChange={event => set({ spec: event.currentTarget.value })}>
          {specs.map(({ name, display_name, installed }) => (
            <option key={name} value={name}>
              {installed ? display_name : trans.__('%1 (not installed)', display_name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {trans.__('Folder')}
        <input
          value={values.project_path}
          placeholder={trans.__("the server's root folder")}
          onInput={event => set({ project_path: event.currentTarget.value })}
        />
      </label>
      <button type="submit" class="button" disabled={!spec?.installed}>
        {trans.__('Start')}
      </button>
      {spec && !spec.installed && <p class="hint">{spec.install}</p>}
      <Problem text={problem} onDismiss={dismiss} />
    </form>
  );
}
