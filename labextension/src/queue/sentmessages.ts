// What was sent to each agent, to be sent again.

import type { MessageModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import { findMessages } from '../../core/restapi';

const LIMIT = 100; // messages of an agent, those of both sides

/** Owned by the plugin. */
export class SentMessages {
  constructor(private _crew: Crew) {
    _crew.said.connect(message => this._known.delete(message.agent));
    _crew.refreshed.connect(() => this._known.clear());
  }

  /** What was sent to an agent in its last messages, the newest first, each text once. Rejects if nobody can tell. */
  texts(agent: string): Promise<readonly string[]> {
    const asked = this._known.get(agent) ?? this._fetch(agent);
    this._known.set(agent, asked);
    asked.catch(() => this._known.delete(agent)); // the next key asks again
    return asked;
  }

  private async _fetch(agent: string): Promise<readonly string[]> {
    const { messages } = await findMessages(this._crew.server, agent, LIMIT);
    const texts = messages.filter(written).sort(byAge);
    return [...new Set(texts.map(({ content }) => content))];
  }

  private _known = new Map<string, Promise<readonly string[]>>();
}

/** Whether a person wrote it. */
function written({ sender_type, origin }: MessageModel): boolean {
  return sender_type === 'user' && origin !== 'task';
}

function byAge(left: MessageModel, right: MessageModel): number {
  return right.seq - left.seq;
}
