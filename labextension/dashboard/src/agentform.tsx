// What is asked about a new agent.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import type { AgentModel, SpecModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import { createAgent, createSession, listSpecs, updateAgent } from '../../core/restapi';
import { Problem } from './button';
import { useDesk, useRun } from './desk';
import { Choose, Write } from './fields';
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

const BLANK = { name: '', spec: '', project_path: '', permission_mode: '', model: '' };
type Values = typeof BLANK;

function Fields({ onDone }: { onDone(): void }): JSX.Element {
  const { crew, open } = useDesk();
  const [run, problem, dismiss] = useRun();
  const [specs, setSpecs] = useState<SpecModel[]>([]);
  const [values, setValues] = useState(BLANK);
  const made = useRef<AgentModel | undefined>(undefined);
  useEffect(() => void run(listSpecs(crew.server).then(setSpecs)), [crew.server, run]);
  const spec = specs.find(({ name }) => name === values.spec) ?? specs.find(({ installed }) => installed);
  const start = async () => {
    const begin = async () => {
      const told = { ...values, name: values.name.trim(), spec: spec?.name ?? '' };
      made.current = await make(crew, made.current, told);
      open((await createSession(crew.server, { agent: made.current.name })).id);
      onDone();
    };
    await run(begin());
  };
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        void start();
      }}
    >
      <Write label={trans.__('Name')} value={values.name} required onInput={name => setValues({ ...values, name })} />
      <Choose
        label={trans.__('Agent')}
        value={spec?.name}
        choices={specs.map(({ name, display_name, installed }) => [
          name,
          installed ? display_name : trans.__('%1 (not installed)', display_name)
        ])}
        onChoose={name => setValues({ ...values, spec: name, permission_mode: '', model: '' })}
      />
      <Write
        label={trans.__('Folder')}
        value={values.project_path}
        placeholder={trans.__("the server's root folder")}
        onInput={project_path => setValues({ ...values, project_path })}
      />
      {spec && <Special spec={spec} values={values} onChange={change => setValues({ ...values, ...change })} />}
      <button type="submit" class="button" disabled={!spec?.installed}>
        {trans.__('Start')}
      </button>
      {spec && !spec.installed && <p class="hint">{spec.install}</p>}
      <Problem text={problem} onDismiss={dismiss} />
    </form>
  );
}

/** Make the agent; one that this form made before, but whose start was refused, is changed. */
function make({ server }: Crew, made: AgentModel | undefined, values: Values): Promise<AgentModel> {
  const { permission_mode, model, ...agent } = values;
  const body = { ...agent, settings: { permission_mode: permission_mode || null, model: model || null } };
  return made ? updateAgent(server, made.id, body) : createAgent(server, body);
}

/** What can be chosen for some programs only. */
function Special(props: { spec: SpecModel; values: Values; onChange(change: Partial<Values>): void }): JSX.Element {
  const { spec, values, onChange } = props;
  return (
    <>
      {spec.permission_modes.length > 1 && (
        <Choose
          label={trans.__('Permissions')}
          value={values.permission_mode || spec.permission_modes[0]}
          choices={spec.permission_modes.map(mode => [mode, mode])}
          onChoose={permission_mode => onChange({ permission_mode })}
        />
      )}
      {spec.takes_model && (
        <Write
          label={trans.__('Model')}
          value={values.model}
          placeholder={trans.__('Default')}
          onInput={model => onChange({ model })}
        />
      )}
    </>
  );
}
