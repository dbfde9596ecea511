// Asking for a new agent, and for changes to one.

import type { AgentModel, SpecModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import { checkAgent, checkChange, listSpecs, updateAgent } from '../../core/restapi';
import type { Preferences } from '../lab/preferences';
import type { Tools } from '../ui/action';
import { Arguments, Command } from '../ui/command';
import { FormDialog } from '../ui/formdialog';
import { AgentForm } from './agentform';
import { AgentValues, settingsOf, valuesFrom, valuesOf } from './agentvalues';
import type { Folders } from './folderfield';
import { freeName } from './freename';

/** What the dialogs about agents need. */
export interface Asking {
  tools: Tools;
  crew: Crew;
  preferences: Preferences;
  folders: Folders;
}

/** Ask for a new agent and start it; args: what is filled in. Rejects if the server does not tell its specs. */
export async function askNewAgent({ tools, crew, preferences, folders }: Asking, args: Arguments): Promise<void> {
  const { commands, trans } = tools;
  const { server, agents } = crew;
  const specs = await listSpecs(server);
  const first = valuesFrom({ ...remembered(preferences, args.spec), ...args });
  first.spec = wanted(specs, first.spec);
  const check = (values: AgentValues) => {
    const { name, spec, project_path, description } = values;
    const body = { spec, project_path, description, settings: settingsOf(values) };
    return checkAgent(server, { ...body, name: name || freeName(spec, agents) });
  };
  const form = new AgentForm({ tools, specs, first, agents, folders, check });
  const submit = async (values: AgentValues) => {
    await commands.execute(Command.createAgent, { ...values });
    const { spec, permission_mode, model, arguments: words, auto_start, auto_resume, restart } = values;
    preferences.keep({
      newAgent: { spec, permission_mode, model, arguments: words, auto_start, auto_resume, restart }
    });
  };
  await new FormDialog(trans.__('New agent'), trans.__('Start'), form, submit, trans).launch();
}

/** Ask for changes to an agent. Rejects if the server does not tell its specs. */
export async function askChanges({ tools, crew, folders }: Asking, agent: AgentModel): Promise<void> {
  const { trans } = tools;
  const { server, agents } = crew;
  const specs = (await listSpecs(server)).filter(({ name }) => name === agent.spec);
  const changed = (values: AgentValues) => {
    const { name, project_path, description } = values;
    // A folder that was moved since is no reason to refuse another name.
    const folder = project_path === agent.project_path ? {} : { project_path };
    return { name, description, ...folder, settings: settingsOf(values, agent.settings) };
  };
  const check = (values: AgentValues) => checkChange(server, agent.id, changed(values));
  const form = new AgentForm({ tools, specs, first: valuesOf(agent), agents, agent, folders, check });
  const submit = (values: AgentValues) => updateAgent(server, agent.id, changed(values));
  await new FormDialog(trans.__('Settings of %1', agent.name), trans.__('Save'), form, submit, trans).launch();
}

/** What was chosen last; of another spec's choices only those that fit all. */
function remembered({ choices }: Preferences, spec: unknown): Arguments {
  const { newAgent = {} } = choices;
  return spec === undefined || spec === newAgent.spec ? newAgent : {};
}

/** The spec that was asked for, or the first that is installed. */
function wanted(specs: SpecModel[], name: string): string {
  return (specs.find(spec => spec.name === name) ?? specs.find(({ installed }) => installed) ?? specs[0]).name;
}
