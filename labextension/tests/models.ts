// Models as the server publishes them, with what a test does not care about filled in.

import type {
  AgentModel,
  MessageModel,
  Prompt,
  QueueModel,
  SessionModel,
  SpecModel,
  StatusModel,
  TaskModel
} from '../core/api.gen';

let begun = 0;

/** All models are as old as the first, which is not made before the rest has compiled: that may take a minute. */
const now = () => (begun ||= Date.now() / 1000);

export function status(more: Partial<StatusModel> = {}): StatusModel {
  return {
    state: 'idle',
    since: now(),
    reason: null,
    outcome: null,
    evidence: 'hook: Stop',
    until: null,
    prompt: null,
    seen: true,
    blocked: null,
    blocked_since: null,
    holder: null,
    paused: false,
    reduced: false,
    ...more
  };
}

/** The session of an agent; its id is made of the name. */
export function session(agent: string, more: Partial<SessionModel> = {}): SessionModel {
  return {
    id: `${agent}-session`,
    agent_id: `${agent}-agent`,
    agent,
    spec: 'echo',
    project_path: `/home/ada/${agent}-folder`,
    status: status(),
    active: false,
    pid: 1,
    incarnation: 1,
    pending: 0,
    started_at: now(),
    last_activity_at: now(),
    health: { process: true, terminal: true, hooks: null },
    metrics: {
      sent: 0,
      completed: 0,
      failed: 0,
      restarts: 0,
      output_bytes: 0,
      rss_bytes: null,
      cpu_seconds: null,
      model: null,
      cost_usd: null,
      context_tokens: null,
      context_window: null
    },
    ...more
  };
}

export function prompt(more: Partial<Prompt> = {}): Prompt {
  const choices = [
    { key: '1', label: 'Yes' },
    { key: '2', label: 'No' }
  ];
  return { id: 'prompt-1', kind: 'permission', text: 'Run make?', choices, since: now(), takes_text: false, ...more };
}

/** A session that waits for a person. */
export function asking(agent: string, more: Partial<Prompt> = {}): SessionModel {
  const asked = prompt(more);
  return session(agent, { status: status({ state: 'awaiting_input', reason: asked.kind, prompt: asked }) });
}

export function agent(name: string): AgentModel {
  return {
    id: `${name}-agent`,
    name,
    spec: 'echo',
    project_path: `/home/ada/${name}-folder`,
    description: '',
    settings: {
      auto_start: false,
      notification_enabled: true,
      max_concurrent_instances: 1,
      permission_mode: null,
      model: null,
      arguments: [],
      environment: {},
      restart: false,
      auto_resume: false,
      idle_timeout: null
    },
    session_id: null,
    created_at: now(),
    updated_at: now()
  };
}

/** A message in the queue of an agent; its id is its content. */
export function message(of: string, content: string, more: Partial<MessageModel> = {}): MessageModel {
  return {
    id: content,
    seq: 1,
    session_id: `${of}-session`,
    agent: of,
    sender_type: 'user',
    kind: 'text',
    content,
    status: 'pending',
    reason: null,
    origin: 'queue',
    requires_user_input: false,
    in_reply_to: null,
    task_id: null,
    wire: null,
    usage: null,
    created_at: now(),
    updated_at: now(),
    exit_code: null,
    ...more
  };
}

export function queue(of: string, ...messages: MessageModel[]): QueueModel {
  return { session_id: `${of}-session`, paused: false, messages };
}

export function task(id: string, more: Partial<TaskModel> = {}): TaskModel {
  return {
    id,
    title: `Task ${id}`,
    description: '',
    status: 'pending',
    priority: 'medium',
    notes: '',
    details: '',
    parent_id: null,
    dependencies: [],
    agent: null,
    session_id: null,
    created_at: now(),
    updated_at: now(),
    ...more
  };
}

export function spec(name: string, more: Partial<SpecModel> = {}): SpecModel {
  return {
    name,
    display_name: name.toUpperCase(),
    installed: true,
    command: `/bin/${name}`,
    version: '1.0',
    install: `pip install ${name}`,
    permission_modes: [],
    takes_model: false,
    executes: false,
    ...more
  };
}
