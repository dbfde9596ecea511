// The fields of a form about an agent.

import React from 'react';

import type { SpecModel } from '../../core/api.gen';
import { ErrorLine, Tools } from '../ui/action';
import { Check, Choose, Group, Write } from '../ui/fields';
import type { AgentValues } from './agentvalues';
import { FolderField, Folders } from './folderfield';

/** What is wrong with a form, by field; `form` is about all of it. */
export type Problems = Partial<Record<'name' | 'project_path' | 'environment' | 'form', string>>;

export interface AgentFieldsProps {
  tools: Tools;
  specs: SpecModel[];
  spec: SpecModel;
  values: AgentValues;
  problems: Problems;
  /** Whether it is about an agent that there is already. */
  known: boolean;
  /** Whether all of it is shown from the beginning. */
  unfolded: boolean;
  folders: Folders;
  onChange(change: Partial<AgentValues>): void;
}

export function AgentFields(props: AgentFieldsProps): JSX.Element {
  const { tools, specs, spec, values, problems, known, unfolded, onChange } = props;
  const { trans } = tools;
  return (
    <div className="jp-AreYouJ-form">
      {!known && (
        <Choose
          label={trans.__('Agent')}
          value={spec.name}
          groups={groups(specs, tools)}
          hint={spec.installed ? spec.version : spec.install}
          onChange={name => onChange({ spec: name, permission_mode: '', model: '' })}
        />
      )}
      <Write
        label={trans.__('Name')}
        value={values.name}
        placeholder={known ? '' : trans.__('Automatic')}
        problem={problems.name}
        onChange={name => onChange({ name })}
      />
      <FolderField
        folders={props.folders}
        label={trans.__('Folder')}
        value={values.project_path}
        placeholder={trans.__("the server's root folder")}
        problem={problems.project_path}
        onChange={project_path => onChange({ project_path })}
      />
      {spec.permission_modes.length > 1 && (
        <Choose
          label={trans.__('Permissions')}
          value={values.permission_mode || spec.permission_modes[0]}
          groups={[['', spec.permission_modes.map((mode): [string, string] => [mode, mode])]]}
          onChange={permission_mode => onChange({ permission_mode })}
        />
      )}
      {spec.takes_model && (
        <Write
          label={trans.__('Model')}
          value={values.model}
          placeholder={trans.__('Default')}
          onChange={model => onChange({ model })}
        />
      )}
      <details className="jp-AreYouJ-further" open={unfolded}>
        <summary>{trans.__('More settings')}</summary>
        <Further {...props} />
      </details>
      <ErrorLine text={problems.form ?? ''} />
    </div>
  );
}

/** What most agents do without. */
function Further({ tools: { trans }, values, problems, onChange }: AgentFieldsProps): JSX.Element {
  const check = (name: 'auto_start' | 'restart' | 'auto_resume' | 'notification_enabled', label: string) => (
    <Check label={label} value={values[name]} onChange={on => onChange({ [name]: on })} />
  );
  return (
    <>
      <Write
        label={trans.__('Description')}
        value={values.description}
        placeholder={trans.__('What it is for')}
        onChange={description => onChange({ description })}
      />
      <Write
        label={trans.__('Arguments')}
        lines
        value={values.arguments}
        placeholder={trans.__('Extra command-line arguments, one per line')}
        onChange={words => onChange({ arguments: words })}
      />
      <Write
        label={trans.__('Environment')}
        lines
        value={values.environment}
        placeholder={trans.__('NAME=value, one per line')}
        hint={values.environment && trans.__('Stored unencrypted on the server.')}
        problem={problems.environment}
        onChange={environment => onChange({ environment })}
      />
      {check('auto_start', trans.__('Start with the server'))}
      {check('restart', trans.__('Restart after a crash'))}
      {check('auto_resume', trans.__('Continue automatically after a usage limit'))}
      {check('notification_enabled', trans.__('Notify me'))}
    </>
  );
}

/** Those that are installed, then those that are not. */
function groups(specs: SpecModel[], { trans }: Tools): Group[] {
  const titles: [string, boolean][] = [
    [trans.__('Installed'), true],
    [trans.__('Not installed'), false]
  ];
  return titles.map(([title, here]): Group => [
    title,
    specs.filter(({ installed }) => installed === here).map(spec => [spec.name, spec.display_name])
  ]);
}
