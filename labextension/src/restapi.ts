// The REST interface of the server, one function per route that the front end calls. No state.

import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';

import type {
  AgentModel,
  AnswerPrompt,
  AssignTask,
  CreateAgent,
  CreateSession,
  CreateTask,
  EditMessage,
  Failure,
  HealthModel,
  MessageModel,
  MessagePage,
  PauseQueue,
  QueueModel,
  SendMessage,
  SessionLog,
  SessionModel,
  SpecModel,
  StatusModel,
  TaskModel,
  TaskPage,
  UpdateAgent,
  UpdateTask
} from '../core/api.gen';

type Settings = ServerConnection.ISettings;

/** Path of the interface below the server's base URL. */
export const API = 'areyouj/api';

export function readHealth(settings: Settings): Promise<HealthModel> {
  return request(settings, 'GET', ['health']);
}

export function listSpecs(settings: Settings): Promise<SpecModel[]> {
  return request(settings, 'GET', ['specs']);
}

export function createAgent(settings: Settings, body: CreateAgent): Promise<AgentModel> {
  return request(settings, 'POST', ['agents'], body);
}

/** What a new agent would be; nothing is made. */
export function checkAgent(settings: Settings, body: CreateAgent): Promise<AgentModel> {
  return request(settings, 'POST', ['agents'], body, DRY_RUN);
}

export function updateAgent(settings: Settings, id: string, body: UpdateAgent): Promise<AgentModel> {
  return request(settings, 'PUT', ['agents', id], body);
}

/** What an agent would be after a change; nothing is changed. */
export function checkChange(settings: Settings, id: string, body: UpdateAgent): Promise<AgentModel> {
  return request(settings, 'PUT', ['agents', id], body, DRY_RUN);
}

export function deleteAgent(settings: Settings, id: string): Promise<void> {
  return request(settings, 'DELETE', ['agents', id]);
}

export function createSession(settings: Settings, body: CreateSession): Promise<SessionModel> {
  return request(settings, 'POST', ['sessions'], body);
}

export function fetchSession(settings: Settings, id: string): Promise<SessionModel> {
  return request(settings, 'GET', ['sessions', id]);
}

export function fetchLog(settings: Settings, id: string): Promise<SessionLog> {
  return request(settings, 'GET', ['sessions', id, 'log']);
}

export function deleteSession(settings: Settings, id: string): Promise<void> {
  return request(settings, 'DELETE', ['sessions', id]);
}

export function sendMessage(settings: Settings, id: string, body: SendMessage): Promise<MessageModel> {
  return request(settings, 'POST', ['sessions', id, 'messages'], body);
}

/** A page of a session's messages; before: only those with a smaller `seq`. */
export function listMessages(settings: Settings, id: string, before?: number): Promise<MessagePage> {
  return request(settings, 'GET', ['instances', id, 'messages'], undefined, before ? { before: String(before) } : {});
}

/** The newest messages of an agent, those of its ended sessions too. */
export function findMessages(settings: Settings, agent: string, limit: number): Promise<MessagePage> {
  return request(settings, 'GET', ['messages'], undefined, { agent, limit: String(limit) });
}

export function fetchQueue(settings: Settings, id: string): Promise<QueueModel> {
  return request(settings, 'GET', ['sessions', id, 'queue']);
}

export function clearQueue(settings: Settings, id: string): Promise<QueueModel> {
  return request(settings, 'DELETE', ['sessions', id, 'queue']);
}

export function pauseQueue(settings: Settings, id: string, body: PauseQueue): Promise<QueueModel> {
  return request(settings, 'PUT', ['sessions', id, 'queue', 'paused'], body);
}

export function editMessage(settings: Settings, id: string, message: string, body: EditMessage): Promise<MessageModel> {
  return request(settings, 'PUT', ['sessions', id, 'queue', message], body);
}

export function cancelMessage(settings: Settings, id: string, message: string): Promise<MessageModel> {
  return request(settings, 'DELETE', ['sessions', id, 'queue', message]);
}

export function retryMessage(settings: Settings, id: string, message: string): Promise<MessageModel> {
  return request(settings, 'POST', ['sessions', id, 'queue', message, 'retry']);
}

export function answerPrompt(settings: Settings, id: string, body: AnswerPrompt): Promise<StatusModel> {
  return request(settings, 'POST', ['sessions', id, 'answer'], body);
}

export function interruptSession(settings: Settings, id: string): Promise<void> {
  return request(settings, 'POST', ['sessions', id, 'interrupt']);
}

export function restartSession(settings: Settings, id: string): Promise<SessionModel> {
  return request(settings, 'POST', ['sessions', id, 'restart']);
}

export function markSeen(settings: Settings, id: string): Promise<StatusModel> {
  return request(settings, 'PUT', ['sessions', id, 'seen']);
}

export function listTasks(settings: Settings): Promise<TaskPage> {
  return request(settings, 'GET', ['tasks']);
}

export function fetchTask(settings: Settings, id: string): Promise<TaskModel> {
  return request(settings, 'GET', ['tasks', id]);
}

/** The task to do next; null if none is ready. */
export function fetchNextTask(settings: Settings): Promise<TaskModel | null> {
  return request(settings, 'GET', ['tasks', 'next']);
}

export function createTask(settings: Settings, body: CreateTask): Promise<TaskModel> {
  return request(settings, 'POST', ['tasks'], body);
}

export function updateTask(settings: Settings, id: string, body: UpdateTask): Promise<TaskModel> {
  return request(settings, 'PUT', ['tasks', id], body);
}

export function deleteTask(settings: Settings, id: string): Promise<void> {
  return request(settings, 'DELETE', ['tasks', id]);
}

export function assignTask(settings: Settings, id: string, body: AssignTask): Promise<TaskModel> {
  return request(settings, 'POST', ['tasks', id, 'assign'], body);
}

/** Where a link finds the task list as a file. */
export function exportAddress(settings: Settings, format: 'csv' | 'xlsx'): string {
  const key: Query = settings.appendToken && settings.token ? { token: settings.token } : {};
  return address(settings, ['tasks', 'export'], { format, ...key });
}

/** Whether an error is the server's refusal; otherwise what was asked for may have been done nevertheless. */
export function refused(error: unknown): boolean {
  return error instanceof ServerConnection.ResponseError && error.response.status < 500;
}

type Query = Record<string, string>;

const DRY_RUN: Query = { dry_run: 'true' };

/** The server's own refusal: one sentence, and the name of what went wrong. */
export class Refused extends ServerConnection.ResponseError {
  constructor(response: Response, { message, reason }: Failure) {
    super(response, message);
    this.reason = reason;
  }

  readonly reason: string;
}

/** Send a request. Rejects with an Error whose message is the server's one sentence. */
async function request<Answer>(
  settings: Settings,
  method: string,
  path: string[],
  body?: object,
  query: Query = {}
): Promise<Answer> {
  const url = address(settings, path, query);
  const content = body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const response = await ServerConnection.makeRequest(url, { method, ...content }, settings);
  const text = await response.text();
  if (!response.ok) {
    const failure = told(text);
    throw failure
      ? new Refused(response, failure)
      : new ServerConnection.ResponseError(response, `${response.status} ${response.statusText}`);
  }
  return (text ? JSON.parse(text) : undefined) as Answer; // the generated types are the server's promise
}

function address(settings: Settings, path: string[], query: Query): string {
  return URLExt.join(settings.baseUrl, API, ...path.map(encodeURIComponent)) + URLExt.objectToQueryString(query);
}

/** What an error's body tells; undefined if something else than AreYouJ answered, such as a proxy. */
function told(text: string): Failure | undefined {
  try {
    const { message, reason } = JSON.parse(text) as Partial<Failure>;
    return message && reason ? { message, reason } : undefined;
  } catch {
    return undefined;
  }
}
