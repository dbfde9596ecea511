// What is asked about a new agent.

import { ReactWidget } from '@jupyterlab/ui-components';
import React from 'react';

import { ErrorLine, Tools } from './action';
import type { SpecModel } from './api.gen';
import { Check, Choose, Group, Write } from './fields';
import type { Crew } from './manager';

export interface AgentValues {
  spec: string;
  project_path: string;
  name: string;
  permission_mode: string;
  model: string;
  arguments: string;
  auto_start: boolean;
}

export interface FormOptions {
  tools: Tools;
  crew: Crew;
  specs: SpecModel[];
  first: Pick<AgentValues, 'spec' | 'project_path'>;
  /** Whether there is such a folder; relative to the server's root. */
  isFolder(path: string): Promise<boolean>;
}

// Names as the server takes them: letters, digits, `_`, `.` and `-`, at most 64.
const NAME = /^[\p{L}\p{N}_.-]{1,64}$/u;
const FOLDER_DELAY = 300; // milliseconds after the last key

/** The body of the dialog; it holds the values, so that the dialog can read them. */
export class AgentForm extends ReactWidget {
  constructor(private _options: FormOptions) {
    super();
    this._values = { name: '', permission_mode: '', model: '', arguments: '', auto_start: false, ..._options.first };
  }

  /** The arguments of the start command; undefined if something is wrong, which is shown. */
  accepted(): { [name: string]: string | boolean } | undefined {
    const { auto_start, ...text } = this._values;
    return this._nameProblem() || !this._spec.installed ? undefined : { ...text, ...(auto_start && { auto_start }) };
  }

  /** Show the server's sentence. */
  refuse(sentence: string): void {
    this._refusal = sentence;
    this.update();
  }

  protected render(): JSX.Element {
    const { trans } = this._options.tools;
    const { _spec: spec, _values: values } = this;
    const set = (change: Partial<AgentValues>) => this._set(change);
    return (
      <div className="jp-AreYouJ-form">
        <Choose
          label={trans.__('Agent')}
          value={spec.name}
          groups={this._groups()}
          hint={spec.installed ? spec.version : spec.install}
          onChange={name => set({ spec: name, permission_mode: '', model: '' })}
        />
        <Write
          label={trans.__('Name')}
          value={values.name}
          placeholder={trans.__('chosen for you')}
          problem={this._nameProblem()}
          onChange={name => set({ name })}
        />
        <Write
          label={trans.__('Folder')}
          value={values.project_path}
          placeholder={trans.__("the server's root folder")}
          problem={this._folderProblem}
          onChange={project_path => set({ project_path })}
        />
        {this._choices(set)}
        <Write
          label={trans.__('Arguments')}
          lines
          value={values.arguments}
          placeholder={trans.__('more of its command line, one argument a line')}
          onChange={args => set({ arguments: args })}
        />
        <Check
          label={trans.__('Start it with the server')}
          hint={values.name ? '' : trans.__('It needs a name for that.')}
          value={values.auto_start && values.name !== ''}
          off={!values.name}
          onChange={auto_start => set({ auto_start })}
        />
        <ErrorLine text={this._refusal} />
      </div>
    );
  }

  /** What can be chosen for some programs only. */
  private _choices(set: (change: Partial<AgentValues>) => void): JSX.Element {
    const { trans } = this._options.tools;
    const { _spec: spec, _values: values } = this;
    return (
      <>
        {spec.permission_modes.length > 1 && (
          <Choose
            label={trans.__('Permissions')}
            value={values.permission_mode || spec.permission_modes[0]}
            groups={[['', spec.permission_modes.map((mode): [string, string] => [mode, mode])]]}
            onChange={permission_mode => set({ permission_mode })}
          />
        )}
        {spec.takes_model && (
          <Write
            label={trans.__('Model')}
            value={values.model}
            placeholder={trans.__('its own choice')}
            onChange={model => set({ model })}
          />
        )}
      </>
    );
  }

  private _set(change: Partial<AgentValues>): void {
    this._values = { ...this._values, ...change };
    this._refusal = '';
    if (change.project_path !== undefined) {
      this._folderProblem = '';
      window.clearTimeout(this._timer);
      this._timer = window.setTimeout(() => void this._checkFolder(), FOLDER_DELAY);
    }
    this.update();
  }

  /** Only what is below the server's root can be seen from here; all else is the server's to judge. */
  private async _checkFolder(): Promise<void> {
    const path = this._values.project_path;
    const known = path.startsWith('/') || path.startsWith('~') || (await this._options.isFolder(path));
    if (path === this._values.project_path) {
      this._folderProblem = known ? '' : this._options.tools.trans.__("There is no folder '%1'.", path);
      this.update();
    }
  }

  private _nameProblem(): string {
    const { tools, crew } = this._options;
    const name = this._values.name;
    if (name && !NAME.test(name)) {
      return tools.trans.__('A name has 1 to 64 letters, digits, or the signs _ . -');
    }
    const taken = crew.agents.some(agent => agent.name.toLowerCase() === name.toLowerCase());
    return taken ? tools.trans.__("There is an agent named '%1' already.", name) : '';
  }

  /** Those that are installed, then those that are not. */
  private _groups(): Group[] {
    const { tools, specs } = this._options;
    const titles: [string, boolean][] = [
      [tools.trans.__('Installed'), true],
      [tools.trans.__('Not installed'), false]
    ];
    return titles.map(([title, here]): Group => [
      title,
      specs.filter(({ installed }) => installed === here).map(spec => [spec.name, spec.display_name])
    ]);
  }

  private get _spec(): SpecModel {
    const { specs } = this._options;
    return specs.find(({ name }) => name === this._values.spec) ?? specs[0];
  }

  private _folderProblem = '';
  private _refusal = '';
  private _timer = 0;
  private _values: AgentValues;
}
