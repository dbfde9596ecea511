// The REST interface of the server, one function per route that a front end calls. No state.

import type {
  AgentModel,
  AnswerPrompt,
  AssignTask,
  ClearedInput,
  CreateAgent,
  CreateSession,
  CreateTask,
  EditMessage,
  HealthModel,
  MessageModel,
  MessagePage,
  PauseQueue,
  QueueModel,
  ScreenModel,
  SendMessage,
  SessionLog,
  SessionModel,
  SpecModel,
  StatusModel,
  TaskModel,
  TaskPage,
  UpdateAgent,
  UpdateTask
} from './api.gen';
import type { Query, Server } from './server';

const DRY_RUN: Query = { dry_run: 'true' };

export function readHealth(server: Server): Promise<HealthModel> {
  return server.request('GET', ['health']);
}

export function listSpecs(server: Server): Promise<SpecModel[]> {
  return server.request('GET', ['specs']);
}

export function createAgent(server: Server, body: CreateAgent): Promise<AgentModel> {
  return server.request('POST', ['agents'], body);
}

/** What a new agent would be; nothing is made. */
export function checkAgent(server: Server, body: CreateAgent): Promise<AgentModel> {
  return server.request('POST', ['agents'], body, DRY_RUN);
}

export function updateAgent(server: Server, id: string, body: UpdateAgent): Promise<AgentModel> {
  return server.request('PUT', ['agents', id], body);
}

/** What an agent would be after a change; nothing is changed. */
export function checkChange(server: Server, id: string, body: UpdateAgent): Promise<AgentModel> {
  return server.request('PUT', ['agents', id], body, DRY_RUN);
}

export function deleteAgent(server: Server, id: string): Promise<void> {
  return server.request('DELETE', ['agents', id]);
}

export function createSession(server: Server, body: CreateSession): Promise<SessionModel> {
  return server.request('POST', ['sessions'], body);
}

export function fetchSession(server: Server, id: string): Promise<SessionModel> {
  return server.request('GET', ['sessions', id]);
}

export function fetchLog(server: Server, id: string): Promise<SessionLog> {
  return server.request('GET', ['sessions', id, 'log']);
}

export function fetchScreen(server: Server, id: string): Promise<ScreenModel> {
  return server.request('GET', ['sessions', id, 'screen']);
}

export function deleteSession(server: Server, id: string): Promise<void> {
  return server.request('DELETE', ['sessions', id]);
}

export function sendMessage(server: Server, id: string, body: SendMessage): Promise<MessageModel> {
  return server.request('POST', ['sessions', id, 'messages'], body);
}

/** A page of a session's messages; before: only those with a smaller `seq`. */
export function listMessages(server: Server, id: string, before?: number): Promise<MessagePage> {
  return server.request('GET', ['instances', id, 'messages'], undefined, before ? { before: String(before) } : {});
}

/** The newest messages of an agent, those of its ended sessions too. */
export function findMessages(server: Server, agent: string, limit: number): Promise<MessagePage> {
  return server.request('GET', ['messages'], undefined, { agent, limit: String(limit) });
}

export function fetchQueue(server: Server, id: string): Promise<QueueModel> {
  return server.request('GET', ['sessions', id, 'queue']);
}

export function clearQueue(server: Server, id: string): Promise<QueueModel> {
  return server.request('DELETE', ['sessions', id, 'queue']);
}

export function pauseQueue(server: Server, id: string, body: PauseQueue): Promise<QueueModel> {
  return server.request('PUT', ['sessions', id, 'queue', 'paused'], body);
}

export function editMessage(server: Server, id: string, message: string, body: EditMessage): Promise<MessageModel> {
  return server.request('PUT', ['sessions', id, 'queue', message], body);
}

export function cancelMessage(server: Server, id: string, message: string): Promise<MessageModel> {
  return server.request('DELETE', ['sessions', id, 'queue', message]);
}

export function retryMessage(server: Server, id: string, message: string): Promise<MessageModel> {
  return server.request('POST', ['sessions', id, 'queue', message, 'retry']);
}

export function answerPrompt(server: Server, id: string, body: AnswerPrompt): Promise<StatusModel> {
  return server.request('POST', ['sessions', id, 'answer'], body);
}

export function interruptSession(server: Server, id: string): Promise<void> {
  return server.request('POST', ['sessions', id, 'interrupt']);
}

export function clearInput(server: Server, id: string): Promise<ClearedInput> {
  return server.request('DELETE', ['sessions', id, 'input']);
}

export function restartSession(server: Server, id: string): Promise<SessionModel> {
  return server.request('POST', ['sessions', id, 'restart']);
}

export function markSeen(server: Server, id: string): Promise<StatusModel> {
  return server.request('PUT', ['sessions', id, 'seen']);
}

export function listTasks(server: Server): Promise<TaskPage> {
  return server.request('GET', ['tasks']);
}

export function fetchTask(server: Server, id: string): Promise<TaskModel> {
  return server.request('GET', ['tasks', id]);
}

/** The task to do next; null if none is ready. */
export function fetchNextTask(server: Server): Promise<TaskModel | null> {
  return server.request('GET', ['tasks', 'next']);
}

export function createTask(server: Server, body: CreateTask): Promise<TaskModel> {
  return server.request('POST', ['tasks'], body);
}

export function updateTask(server: Server, id: string, body: UpdateTask): Promise<TaskModel> {
  return server.request('PUT', ['tasks', id], body);
}

export function deleteTask(server: Server, id: string): Promise<void> {
  return server.request('DELETE', ['tasks', id]);
}

export function assignTask(server: Server, id: string, body: AssignTask): Promise<TaskModel> {
  return server.request('POST', ['tasks', id, 'assign'], body);
}
