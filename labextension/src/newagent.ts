// Asking for a new agent.

import type { ServerConnection } from '@jupyterlab/services';

import type { Tools } from './action';
import { AgentForm, FormOptions } from './agentform';
import type { SpecModel } from './api.gen';
import { Arguments, Command } from './command';
import { FormDialog } from './formdialog';
import { listSpecs } from './restapi';

/** Ask for a new agent and start it. Rejects if the server does not tell its specs. */
export async function askNewAgent(
  tools: Tools,
  settings: ServerConnection.ISettings,
  more: Pick<FormOptions, 'crew' | 'isFolder'>,
  args: Arguments
): Promise<void> {
  const { commands, trans } = tools;
  const specs = await listSpecs(settings);
  const first = { spec: wanted(specs, args.spec), project_path: String(args.project_path ?? '') };
  const form = new AgentForm({ ...more, tools, specs, first });
  const submit = (values: Arguments) => commands.execute(Command.createAgent, values);
  await new FormDialog(trans.__('New agent'), trans.__('Start'), form, submit, trans).launch();
}

/** The spec that was asked for, or the first that is installed. */
function wanted(specs: SpecModel[], name: unknown): string {
  return (specs.find(spec => spec.name === name) ?? specs.find(({ installed }) => installed) ?? specs[0]).name;
}
