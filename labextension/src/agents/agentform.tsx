// A form about an agent, a new one or one that there is: it holds the values, and has the server check them.

import { ReactWidget } from '@jupyterlab/ui-components';
import React from 'react';

import { Refused } from '../../core/answer';
import type { AgentModel, SpecModel } from '../../core/api.gen';
import type { Tools } from '../ui/action';
import { AgentFields, Problems } from './agentfields';
import { AgentValues, furtherSaid, oddLines } from './agentvalues';
import type { Folders } from './folderfield';

export interface FormOptions {
  tools: Tools;
  specs: SpecModel[];
  first: AgentValues;
  /** All of them, since their names are taken. */
  agents: readonly AgentModel[];
  /** The agent that it is about; absent for a new one. */
  agent?: AgentModel;
  folders: Folders;
  /** Ask the server what is wrong, without doing anything. Rejects with its sentence. */
  check(values: AgentValues): Promise<unknown>;
}

// Names as the server takes them: letters, digits, `_`, `.` and `-`, at most 64.
const NAME = /^[\p{L}\p{M}\p{Nd}_.-]{1,64}$/u;
const CHECK_DELAY = 300; // milliseconds after the last key

/** The body of a dialog. */
export class AgentForm extends ReactWidget {
  constructor(private _options: FormOptions) {
    super();
    this._values = _options.first;
    if (_options.agent === undefined) {
      void this._check(); // the folder that is filled in may not be allowed
    }
  }

  /** The values; undefined if something is wrong, which is shown. */
  accepted(): AgentValues | undefined {
    const { name, environment } = this._problems();
    if (!this._spec.installed) {
      this._asked = true;
      this.update();
    }
    return name || environment || !this._spec.installed ? undefined : this._values;
  }

  /** Show the server's sentence. */
  refuse(sentence: string): void {
    this._told = { form: sentence };
    this.update();
  }

  dispose(): void {
    window.clearTimeout(this._timer);
    super.dispose();
  }

  protected render(): JSX.Element {
    const { tools, specs, agent, folders } = this._options;
    return (
      <AgentFields
        tools={tools}
        specs={specs}
        folders={folders}
        spec={this._spec}
        values={this._values}
        problems={this._problems()}
        known={agent !== undefined}
        unfolded={agent !== undefined || furtherSaid(this._options.first)}
        onChange={change => this._set(change)}
      />
    );
  }

  private _set(change: Partial<AgentValues>): void {
    this._values = { ...this._values, ...change };
    this._told = {};
    window.clearTimeout(this._timer);
    this._timer = window.setTimeout(() => void this._check(), CHECK_DELAY);
    this.update();
  }

  private async _check(): Promise<void> {
    const values = this._values;
    const told = await this._options.check(values).then(
      () => ({}),
      (error: unknown) => (error instanceof Refused ? placed(error) : {}) // without a connection nobody can tell
    );
    if (values === this._values && !this.isDisposed) {
      this._told = told;
      this.update();
    }
  }

  /** What can be told at once, and what the server told. */
  private _problems(): Problems {
    const { tools, agents, agent } = this._options;
    const { trans } = tools;
    const { name, environment } = this._values;
    const taken = agents.some(other => other.id !== agent?.id && other.name.toLowerCase() === name.toLowerCase());
    const problems: Problems = { ...this._told };
    if (this._asked && !this._spec.installed) {
      problems.form = trans.__('%1 is not installed on the server yet.', this._spec.display_name);
    }
    if (taken) {
      problems.name = trans.__("There is already an agent named '%1'.", name);
    } else if (name ? !NAME.test(name) : agent) {
      problems.name = trans.__('Use 1 to 64 letters, digits or the characters _ . -');
    }
    const [odd] = oddLines(environment);
    if (odd) {
      problems.environment = trans.__("'%1' is not of the form NAME=value.", odd);
    }
    return problems;
  }

  private get _spec(): SpecModel {
    const { specs } = this._options;
    return specs.find(({ name }) => name === this._values.spec) ?? specs[0];
  }

  private _asked = false;
  private _timer = 0;
  private _told: Problems = {};
  private _values: AgentValues;
}

/** A refusal at the field that it is about. */
function placed({ reason, message }: Refused): Problems {
  const field = { Name: 'name', Folder: 'project_path' }[/^(Name|Folder)?/.exec(reason)?.[0] ?? ''] ?? 'form';
  return { [field]: message };
}
