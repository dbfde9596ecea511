// The dialog for a new agent: JupyterLab's own, which stays open when the server refuses.

import { Dialog } from '@jupyterlab/apputils';
import type { ServerConnection } from '@jupyterlab/services';

import type { Tools } from './action';
import type { SpecModel } from './api.gen';
import { Arguments, Command } from './command';
import { AgentForm, FormOptions } from './agentform';
import { listSpecs } from './restapi';

/** Ask for a new agent and start it. Rejects if the server does not tell its specs. */
export async function askNewAgent(
  tools: Tools,
  settings: ServerConnection.ISettings,
  more: Pick<FormOptions, 'crew' | 'isFolder'>,
  args: Arguments
): Promise<void> {
  const specs = await listSpecs(settings);
  const first = { spec: wanted(specs, args.spec), project_path: String(args.project_path ?? '') };
  await new NewAgent(tools, new AgentForm({ ...more, tools, specs, first })).launch();
}

/** The spec that was asked for, or the first that is installed. */
function wanted(specs: SpecModel[], name: unknown): string {
  return (specs.find(spec => spec.name === name) ?? specs.find(({ installed }) => installed) ?? specs[0]).name;
}

class NewAgent extends Dialog<void> {
  constructor(
    private _tools: Tools,
    private _form: AgentForm
  ) {
    const { trans } = _tools;
    super({
      title: trans.__('New agent'),
      body: _form,
      buttons: [Dialog.cancelButton(), Dialog.okButton({ label: trans.__('Start') })],
      focusNodeSelector: 'select'
    });
    this.addClass('jp-AreYouJ-dialog');
  }

  /** Enter and Start come here too: the dialog closes only once the agent has been started. */
  resolve(index = 1): void {
    if (index !== 1) {
      super.resolve(index);
    } else if (!this._starting) {
      void this._start().then(done => done && super.resolve(index));
    }
  }

  private async _start(): Promise<boolean> {
    const args = this._form.accepted();
    if (!args) {
      return false;
    }
    this._starting = true;
    try {
      await this._tools.commands.execute(Command.start, args);
      return true;
    } catch (error) {
      this._form.refuse(error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      this._starting = false;
    }
  }

  private _starting = false;
}
