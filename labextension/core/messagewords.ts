// How a message is said. Pure functions.

import type { MessageModel, Usage } from './api.gen';
import type { Translation } from './translation';
import { cost } from './words';

/** Who sent it: an agent by its name, a person by where it came from. */
export function sender({ sender_type, agent, origin }: MessageModel, trans: Translation): string {
  if (sender_type === 'agent') {
    return agent;
  }
  switch (origin) {
    case 'terminal':
      return trans.__('You, in the terminal');
    case 'task':
      return trans.__('A task');
    default:
      return trans.__('You');
  }
}

/** What a person may want to know of it: how far it is until all is well, and what the reply used. */
export function progress(message: MessageModel, trans: Translation): string {
  return [state(message, trans), message.usage && used(message.usage, trans)].filter(Boolean).join(' · ');
}

/** Whether a person may want to send it again. */
export function retriable({ sender_type, status }: MessageModel): boolean {
  return sender_type === 'user' && ['error', 'cancelled', 'uncertain'].includes(status);
}

function state({ sender_type, status }: MessageModel, trans: Translation): string {
  const said: Partial<Record<MessageModel['status'], string>> = {
    pending: trans.__('Queued'),
    sending: trans.__('Sending'),
    processing: trans.__('Running'),
    error: trans.__('Failed'),
    cancelled: trans.__('Cancelled'),
    uncertain: trans.__('May not have arrived')
  };
  return sender_type === 'user' ? (said[status] ?? '') : '';
}

function used({ input_tokens, output_tokens, cost_usd }: Usage, trans: Translation): string {
  const tokens = (input_tokens ?? 0) + (output_tokens ?? 0);
  return [tokens ? trans.__('%1 tokens', tokens.toLocaleString()) : '', cost(cost_usd)].filter(Boolean).join(', ');
}
