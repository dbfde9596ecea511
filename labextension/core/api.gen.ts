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
}

/** One agent CLI known to this server, and whether it is here. */
export interface SpecModel {
  name: string;
  display_name: string;
  installed: boolean;
  command: string | null;
  version: string | null;
  install: string;
  permission_modes: string[];
  takes_model: boolean;
}

/** Start an agent; what is absent comes from its settings. */
export interface StartInstance {
  permission_mode?: string;
  model?: string;
  arguments?: string[];
  environment?: Record<string, string>;
}

/** Changes to an agent; what is absent stays. They hold from the next start on. */
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

/** A published fact, carrying the whole new model. */
export interface Event {
  type: string;
  data: unknown;
}

/** Something a person may want to hear of. */
export interface Notification {
  session_id: string;
  agent: string;
  level: 'error' | 'info' | 'warning';
  text: string;
}

/** The one delta: output of a session from `offset` on. */
export interface OutputChunk {
  session_id: string;
  offset: number;
  text: string;
}

/** The thing with this id is gone. */
export interface Removed {
  id: string;
  removed: true;
}

/** Everything live, first on every events socket, and again when another server has become the owner. */
export interface Snapshot {
  sessions: SessionModel[];
  agents: AgentModel[];
  active: string | null;
  owner: Owner | null;
}

/** What a client of the events socket may say: ask for a session's output, or stop asking. */
export interface Subscribe {
  type: 'subscribe' | 'unsubscribe';
  session_id: string;
  offset?: number | null;
}

/** How this server is. */
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

/** How a database is. */
export interface StoreModel {
  path: string;
  status: 'busy' | 'ok' | 'read-only' | 'unusable';
  message: string;
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
}

/** Messages, newest page first; `before` fetches the page before it, or None at the start. */
export interface MessagePage {
  messages: MessageModel[];
  before: number | null;
}

/** Hold or release a queue. */
export interface PauseQueue {
  paused: boolean;
}

/** The user messages of a session that are not finished, in order. */
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

/** Tokens and cost as the CLI tells them; None: it does not tell. */
export interface Usage {
  input_tokens: number | null;
  output_tokens: number | null;
  cache_read_tokens: number | null;
  cache_write_tokens: number | null;
  cost_usd: number | null;
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
  source: 'file' | 'foreground' | 'hook' | 'mark' | 'process' | 'screen' | 'terminal' | 'title';
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
}

/** What was found at the last check of a session. */
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

/** Counters of one session, and what its process tree uses now. */
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

/** A dialog that waits for a person. */
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

/** What happened to a session since this server runs it, the oldest first; the server keeps the last 500 entries. */
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

/** What a session is doing, and why we think so. */
export interface StatusModel {
  state: 'awaiting_input' | 'busy' | 'exited' | 'idle' | 'rate_limited' | 'starting' | 'stopping';
  since: number;
  reason: string | null;
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

/** A status with all the evidence at hand, and which of it decided. */
export interface StatusReport {
  state: 'awaiting_input' | 'busy' | 'exited' | 'idle' | 'rate_limited' | 'starting' | 'stopping';
  since: number;
  reason: string | null;
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

/** Changes to a task; what is absent stays. */
export interface UpdateTask {
  title?: string;
  description?: string;
  status?: 'done' | 'in-progress' | 'pending';
  priority?: 'high' | 'low' | 'medium';
  notes?: string;
  details?: string;
}
