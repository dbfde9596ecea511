// Written by generate_api.py from areyouj_jupyter/models; do not edit.

/** A named, durable definition. */
export interface AgentModel {
  id: string;
  name: string;
  spec: string;
  project_path: string;
  description: string;
  settings: AgentSettings;
  session_id: string | null;
  created_at: number;
  updated_at: number;
}

/** What an agent's sessions are started with. */
export interface AgentSettings {
  auto_start: boolean;
  notification_enabled: boolean;
  max_concurrent_instances: number;
  permission_mode: string | null;
  model: string | null;
  arguments: string[];
  environment: Record<string, string>;
  restart: boolean;
  auto_resume: boolean;
  idle_timeout: number | null;
}

/** A new agent. */
export interface CreateAgent {
  name: string;
  spec: string;
  project_path?: string;
  description?: string;
  settings?: Partial<AgentSettings>;
}

/** One conversation of an agent, as stored. */
export interface InstanceModel {
  id: string;
  agent_id: string;
  agent: string;
  spec: string;
  project_path: string;
  status: 'active' | 'completed' | 'error' | 'idle' | 'terminated';
  incarnation: number;
  reason: string | null;
  exit_code: number | null;
  started_at: number | null;
  completed_at: number | null;
  last_activity_at: number | null;
  config: Record<string, unknown>;
  conversation_id: string;
}

/** An agent CLI that this server knows, and whether it is installed. */
export interface SpecModel {
  name: string;
  display_name: string;
  installed: boolean;
  command: string | null;
  version: string | null;
  install: string;
  permission_modes: string[];
  takes_model: boolean;
  executes: boolean;
}

/** Start an agent; absent fields come from its settings. */
export interface StartInstance {
  permission_mode?: string;
  model?: string;
  arguments?: string[];
  environment?: Record<string, string>;
  new?: boolean;
}

/** Changes to an agent; absent fields stay as they are. They apply from the next start. */
export interface UpdateAgent {
  name?: string;
  spec?: string;
  project_path?: string;
  description?: string;
  settings?: Partial<AgentSettings>;
}

/** Stop an instance. */
export interface UpdateInstance {
  status: 'terminated';
}

/** An error: one sentence for a person, and the error's class name for programs. */
export interface Failure {
  message: string;
  reason: string;
}

/** A change, with the whole new model. */
export interface Event {
  type: string;
  data: unknown;
}

/** A notification for a person. */
export interface Notification {
  session_id: string;
  agent: string;
  level: 'error' | 'info' | 'warning';
  text: string;
}

/** Output of a session from `offset` on, the only event that is a delta. */
export interface OutputChunk {
  session_id: string;
  offset: number;
  text: string;
}

/** The item with this id was removed. */
export interface Removed {
  id: string;
  removed: true;
}

/** Everything live: the first event on every events socket, sent again when another server becomes the owner. */
export interface Snapshot {
  sessions: SessionModel[];
  agents: AgentModel[];
  active: string | null;
  owner: Owner | null;
}

/** What a client may send on the events socket: subscribe to a session's output, or unsubscribe. */
export interface Subscribe {
  type: 'subscribe' | 'unsubscribe';
  session_id: string;
  offset?: number | null;
}

/** Change or move a pending message. */
export interface EditMessage {
  content?: string;
  position?: number;
}

/** Text for or from an agent. */
export interface MessageModel {
  id: string;
  seq: number;
  session_id: string;
  agent: string;
  sender_type: 'agent' | 'user';
  kind: 'note' | 'text' | 'tool';
  content: string;
  status: 'cancelled' | 'completed' | 'error' | 'pending' | 'processing' | 'sending' | 'uncertain';
  reason: string | null;
  origin: 'agent' | 'queue' | 'task' | 'terminal';
  requires_user_input: boolean;
  in_reply_to: string | null;
  task_id: string | null;
  wire: string | null;
  usage: Usage | null;
  created_at: number;
  updated_at: number;
  exit_code: number | null;
}

/** A page of messages, newest page first; pass `before` to get the previous page (None: there is none). */
export interface MessagePage {
  messages: MessageModel[];
  before: number | null;
}

/** Pause or resume a queue. */
export interface PauseQueue {
  paused: boolean;
}

/** The unfinished user messages of a session, in order. */
export interface QueueModel {
  session_id: string;
  paused: boolean;
  messages: MessageModel[];
}

/** A message for the queue. */
export interface SendMessage {
  content: string;
  idempotency_key?: string | null;
  command?: boolean;
}

/** Tokens and cost as the CLI reports them; None: not reported. */
export interface Usage {
  input_tokens: number | null;
  output_tokens: number | null;
  cache_read_tokens: number | null;
  cache_write_tokens: number | null;
  cost_usd: number | null;
}

/** The state of this server. */
export interface HealthModel {
  status: 'ok' | 'read-only';
  version: string;
  sessions: number;
  owner: Owner;
  data_dir: string;
  warnings: string[];
  stores: StoreModel[];
}

/** The server that runs the sessions of a data folder. */
export interface Owner {
  host: string;
  pid: number;
  url: string;
  epoch: number;
  since: number;
}

/** The state of a database. */
export interface StoreModel {
  path: string;
  status: 'busy' | 'ok' | 'read-only' | 'unusable';
  message: string;
}

/** An answer to the open prompt: one of its choices, or text where it takes text. */
export interface AnswerPrompt {
  prompt_id: string;
  choice?: string | null;
  text?: string | null;
}

/** One way to answer a prompt. */
export interface Choice {
  key: string;
  label: string;
}

/** A status after the CLI's input line was cleared. */
export interface ClearedInput {
  state: 'awaiting_input' | 'busy' | 'exited' | 'idle' | 'rate_limited' | 'starting' | 'stopping';
  since: number;
  reason: string | null;
  outcome: 'completed' | 'failed' | 'interrupted' | null;
  evidence: string;
  until: number | null;
  prompt: Prompt | null;
  seen: boolean;
  blocked: string | null;
  blocked_since: number | null;
  holder: 'not_answering' | 'view_only' | null;
  paused: boolean;
  reduced: boolean;
  cleared: string;
}

/** One piece of evidence of what a session does. */
export interface Clue {
  source: 'file' | 'foreground' | 'hook' | 'mark' | 'process' | 'report' | 'screen' | 'terminal' | 'title';
  name: string;
  tells: 'awaiting_input' | 'busy' | 'exited' | 'idle' | 'rate_limited' | 'starting' | 'stopping' | null;
  age: number | null;
  decided: boolean;
}

/** Start an agent by name, or an ad-hoc one by spec and project path. */
export interface CreateSession {
  agent?: string | null;
  spec?: string | null;
  project_path?: string | null;
  permission_mode?: string;
  model?: string;
  arguments?: string[];
  environment?: Record<string, string>;
  new?: boolean;
}

/** The result of the last health check of a session. */
export interface Health {
  process: boolean;
  terminal: boolean;
  hooks: boolean | null;
}

/** Something that happened to a session. */
export interface LogEntry {
  at: number;
  kind: 'hook' | 'input' | 'mark' | 'message' | 'status';
  text: string;
  detail: string;
}

/** Counters of one session, and the current usage of its process tree. */
export interface Metrics {
  sent: number;
  completed: number;
  failed: number;
  restarts: number;
  output_bytes: number;
  rss_bytes: number | null;
  cpu_seconds: number | null;
  model: string | null;
  cost_usd: number | null;
  context_tokens: number | null;
  context_window: number | null;
}

/** A dialog that waits for an answer. */
export interface Prompt {
  id: string;
  kind: 'login' | 'permission' | 'question' | 'trust';
  text: string;
  choices: Choice[];
  since: number;
  takes_text: boolean;
}

/** What a terminal shows now. */
export interface ScreenModel {
  session_id: string;
  rows: number;
  cols: number;
  lines: string[];
  cursor: [number, number];
  title: string;
  offset: number;
  reduced: boolean;
}

/** What happened to a session since this server started or took it over, oldest first. At most 500 entries. */
export interface SessionLog {
  session_id: string;
  entries: LogEntry[];
}

/** The live runtime of an instance. */
export interface SessionModel {
  id: string;
  agent_id: string;
  agent: string;
  spec: string;
  project_path: string;
  status: StatusModel;
  active: boolean;
  pid: number | null;
  incarnation: number;
  pending: number;
  started_at: number;
  last_activity_at: number;
  health: Health;
  metrics: Metrics;
}

/** What a session is doing, and the evidence for it. */
export interface StatusModel {
  state: 'awaiting_input' | 'busy' | 'exited' | 'idle' | 'rate_limited' | 'starting' | 'stopping';
  since: number;
  reason: string | null;
  outcome: 'completed' | 'failed' | 'interrupted' | null;
  evidence: string;
  until: number | null;
  prompt: Prompt | null;
  seen: boolean;
  blocked: string | null;
  blocked_since: number | null;
  holder: 'not_answering' | 'view_only' | null;
  paused: boolean;
  reduced: boolean;
}

/** A status with all available evidence, and which piece decided. */
export interface StatusReport {
  state: 'awaiting_input' | 'busy' | 'exited' | 'idle' | 'rate_limited' | 'starting' | 'stopping';
  since: number;
  reason: string | null;
  outcome: 'completed' | 'failed' | 'interrupted' | null;
  evidence: string;
  until: number | null;
  prompt: Prompt | null;
  seen: boolean;
  blocked: string | null;
  blocked_since: number | null;
  holder: 'not_answering' | 'view_only' | null;
  paused: boolean;
  reduced: boolean;
  clues: Clue[];
  unreachable: string;
  rules: string;
}

/** Raw input for a terminal: text, and names such as `<Enter>`, `<Esc>`, `<C-c>`. */
export interface TypeKeys {
  keys: string;
}

/** Give a task to an agent. */
export interface AssignTask {
  agent: string;
  execute?: boolean;
}

/** A new task; with a parent it becomes its next sub-task. */
export interface CreateTask {
  title: string;
  description?: string;
  status?: 'done' | 'in-progress' | 'pending';
  priority?: 'high' | 'low' | 'medium';
  notes?: string;
  details?: string;
  parent_id?: string | null;
  dependencies?: string[];
}

/** A row of tasks.db. */
export interface TaskModel {
  id: string;
  title: string;
  description: string;
  status: 'done' | 'in-progress' | 'pending';
  priority: 'high' | 'low' | 'medium';
  notes: string;
  details: string;
  parent_id: string | null;
  dependencies: string[];
  agent: string | null;
  session_id: string | null;
  created_at: number | null;
  updated_at: number | null;
}

/** Tasks by id, parents before their sub-tasks. */
export interface TaskPage {
  tasks: TaskModel[];
  total: number;
  notice: string;
}

/** How many tasks there are; a parent with sub-tasks counts by its sub-tasks. */
export interface TaskStats {
  total: number;
  by_status: Record<string, number>;
  by_priority: Record<string, number>;
  progress: number;
}

/** Changes to a task; absent fields stay as they are. */
export interface UpdateTask {
  title?: string;
  description?: string;
  status?: 'done' | 'in-progress' | 'pending';
  priority?: 'high' | 'low' | 'medium';
  notes?: string;
  details?: string;
}
