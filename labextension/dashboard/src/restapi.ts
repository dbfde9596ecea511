// The REST interface, one function per route that the dashboard calls. No state.

import type {
  AgentModel,
  AnswerPrompt,
  CreateAgent,
  CreateTask,
  EditMessage,
  MessageModel,
  MessagePage,
  QueueModel,
  ScreenModel,
  SendMessage,
  SessionModel,
  SpecModel,
  StatusModel,
  TaskModel,
  TaskPage,
  UpdateAgent,
  UpdateTask
} from '../../core/api.gen';
import type { Server } from './server';

export const listSpecs = (server: Server): Promise<SpecModel[]> => server.request('GET', ['specs']);

export const createAgent = (server: Server, body: CreateAgent): Promise<AgentModel> =>
  server.request('POST', ['agents'], body);

export const updateAgent = (server: Server, id: string, body: UpdateAgent): Promise<AgentModel> =>
  server.request('PUT', ['agents', id], body);

export const startAgent = (server: Server, agent: string): Promise<SessionModel> =>
  server.request('POST', ['sessions'], { agent });

export const stopSession = (server: Server, id: string): Promise<void> => server.request('DELETE', ['sessions', id]);

export const restartSession = (server: Server, id: string): Promise<SessionModel> =>
  server.request('POST', ['sessions', id, 'restart']);

export const interruptSession = (server: Server, id: string): Promise<void> =>
  server.request('POST', ['sessions', id, 'interrupt']);

export const markSeen = (server: Server, id: string): Promise<StatusModel> =>
  server.request('PUT', ['sessions', id, 'seen']);

export const fetchScreen = (server: Server, id: string): Promise<ScreenModel> =>
  server.request('GET', ['sessions', id, 'screen']);

export const answerPrompt = (server: Server, id: string, body: AnswerPrompt): Promise<StatusModel> =>
  server.request('POST', ['sessions', id, 'answer'], body);

export const sendMessage = (server: Server, id: string, body: SendMessage): Promise<MessageModel> =>
  server.request('POST', ['sessions', id, 'messages'], body);

/** A page of a session's messages; before: only those with a smaller `seq`. */
export const listMessages = (server: Server, id: string, before?: number): Promise<MessagePage> =>
  server.request('GET', ['instances', id, 'messages'], undefined, before ? { before: String(before) } : {});

export const fetchQueue = (server: Server, id: string): Promise<QueueModel> =>
  server.request('GET', ['sessions', id, 'queue']);

export const pauseQueue = (server: Server, id: string, paused: boolean): Promise<QueueModel> =>
  server.request('PUT', ['sessions', id, 'queue', 'paused'], { paused });

export const editMessage = (server: Server, id: string, message: string, body: EditMessage): Promise<MessageModel> =>
  server.request('PUT', ['sessions', id, 'queue', message], body);

export const cancelMessage = (server: Server, id: string, message: string): Promise<MessageModel> =>
  server.request('DELETE', ['sessions', id, 'queue', message]);

export const retryMessage = (server: Server, id: string, message: string): Promise<MessageModel> =>
  server.request('POST', ['sessions', id, 'queue', message, 'retry']);

export const listTasks = (server: Server): Promise<TaskPage> => server.request('GET', ['tasks']);

export const createTask = (server: Server, body: CreateTask): Promise<TaskModel> =>
  server.request('POST', ['tasks'], body);

export const updateTask = (server: Server, id: string, body: UpdateTask): Promise<TaskModel> =>
  server.request('PUT', ['tasks', id], body);

export const assignTask = (server: Server, id: string, agent: string): Promise<TaskModel> =>
  server.request('POST', ['tasks', id, 'assign'], { agent });
