// The names of the commands, and how their arguments are described.

import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

export const Command = {
  openPanel: 'areyouj:open-panel',
  newAgent: 'areyouj:new-agent',
  createAgent: 'areyouj:create-agent',
  start: 'areyouj:start',
  startNew: 'areyouj:start-new',
  openTerminal: 'areyouj:open-terminal',
  openMessages: 'areyouj:open-messages',
  openLog: 'areyouj:open-log',
  send: 'areyouj:send',
  sendSelection: 'areyouj:send-selection',
  sendError: 'areyouj:send-error',
  insertCode: 'areyouj:insert-code',
  answer: 'areyouj:answer',
  markSeen: 'areyouj:mark-seen',
  interrupt: 'areyouj:interrupt',
  stop: 'areyouj:stop',
  restart: 'areyouj:restart',
  clearInput: 'areyouj:clear-input',
  dismiss: 'areyouj:dismiss',
  copyId: 'areyouj:copy-id',
  editAgent: 'areyouj:edit-agent',
  duplicateAgent: 'areyouj:duplicate-agent',
  deleteAgent: 'areyouj:delete-agent',
  pauseQueue: 'areyouj:pause-queue',
  resumeQueue: 'areyouj:resume-queue',
  clearQueue: 'areyouj:clear-queue',
  editMessage: 'areyouj:edit-message',
  moveMessage: 'areyouj:move-message',
  cancelMessage: 'areyouj:cancel-message',
  retryMessage: 'areyouj:retry-message',
  newTask: 'areyouj:new-task',
  nextTask: 'areyouj:next-task',
  editTask: 'areyouj:edit-task',
  setTaskStatus: 'areyouj:set-task-status',
  assignTask: 'areyouj:assign-task',
  deleteTask: 'areyouj:delete-task'
} as const;

export type Arguments = ReadonlyPartialJSONObject;

/** The description of a command's arguments, all of them text; needed: how many, from the first on, must be there. */
export function takes(names: string[], needed = names.length) {
  const properties = Object.fromEntries(names.map(name => [name, { type: 'string' }]));
  return { args: { type: 'object', properties, required: names.slice(0, needed) } };
}
