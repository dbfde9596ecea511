// What a form holds about an agent, and how the server says it.

import type { AgentModel, AgentSettings } from '../../core/api.gen';
import type { Arguments } from '../ui/command';

interface Texts {
  spec: string;
  project_path: string;
  name: string;
  description: string;
  permission_mode: string;
  model: string;
  /** One a line. */
  arguments: string;
  /** `NAME=value`, one a line. */
  environment: string;
}

interface Switches {
  auto_start: boolean;
  auto_resume: boolean;
  notification_enabled: boolean;
  restart: boolean;
}

export type AgentValues = Texts & Switches;

const NO_TEXTS: Texts = {
  spec: '',
  project_path: '',
  name: '',
  description: '',
  permission_mode: '',
  model: '',
  arguments: '',
  environment: ''
};
const NO_SWITCHES: Switches = { auto_start: false, auto_resume: false, notification_enabled: true, restart: true };

/** From the arguments of a command; what is absent is as the server would have it. */
export function valuesFrom(args: Arguments): AgentValues {
  const texts = Object.entries(NO_TEXTS).map(([name, value]) => [name, String(args[name] ?? value)]);
  const switches = Object.entries(NO_SWITCHES).map(([name, value]) => [name, Boolean(args[name] ?? value)]);
  return Object.fromEntries([...texts, ...switches]) as AgentValues; // a name for each of both
}

/** An agent as a form shows it. */
export function valuesOf({ name, spec, project_path, description, settings }: AgentModel): AgentValues {
  const { permission_mode, model, auto_start, auto_resume, notification_enabled, restart } = settings;
  return {
    ...{ name, spec, project_path, description, auto_start, auto_resume, notification_enabled, restart },
    permission_mode: permission_mode ?? '',
    model: model ?? '',
    arguments: settings.arguments.join('\n'),
    environment: lines(settings.environment)
  };
}

/** The settings in a form. before: those of the agent as it is; what the form does not show, or cannot, stays. */
export function settingsOf(values: AgentValues, before?: AgentSettings): Partial<AgentSettings> {
  const { permission_mode, model, auto_start, auto_resume, notification_enabled, restart } = values;
  // A line feed inside of an argument or a value is lost in a form; what nobody touched keeps it.
  const sameArguments = before && values.arguments === before.arguments.join('\n');
  const sameEnvironment = before && values.environment === lines(before.environment);
  return {
    ...before,
    ...{ auto_start, auto_resume, notification_enabled, restart },
    permission_mode: permission_mode || null,
    model: model.trim() || null,
    arguments: sameArguments ? before.arguments : values.arguments.split('\n').filter(Boolean),
    environment: sameEnvironment ? before.environment : variables(values.environment)
  };
}

/** Whether something is said beyond what every agent has: nobody is to start with that unseen. */
export function furtherSaid(values: AgentValues): boolean {
  const { description, arguments: words, environment, auto_start, auto_resume, notification_enabled, restart } = values;
  return Boolean(description || words || environment || auto_start || auto_resume || !notification_enabled || !restart);
}

/** The lines that are no `NAME=value`. */
export function oddLines(environment: string): string[] {
  return environment.split('\n').filter(line => line.trim() && !line.includes('='));
}

function variables(environment: string): Record<string, string> {
  const written = environment.split('\n').filter(line => line.includes('='));
  return Object.fromEntries(
    written.map(line => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1)])
  );
}

function lines(environment: Record<string, string>): string {
  return Object.entries(environment)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
}
