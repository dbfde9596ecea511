// The messages of one session: the newest page, the pages before it that were asked for, and what is said since.

import type { MessageModel } from './api.gen';
import type { Crew } from './crew';
import { listMessages } from './restapi';
import { Emitter, Signal } from './signal';

/** Owned by the view that shows it. */
export class Thread {
  constructor(
    private _crew: Crew,
    readonly session: string
  ) {
    this._ends = [_crew.said.connect(message => this._onSaid(message)), _crew.refreshed.connect(() => this._renew())];
    this._renew();
  }

  /** A message is new or has changed, or a page has come. */
  get changed(): Signal {
    return this._changed;
  }

  /** In the order of the conversation: each reply behind what it answers. */
  get messages(): MessageModel[] {
    const all = [...this._messages.values()];
    const asked = ({ in_reply_to, seq }: MessageModel) => (in_reply_to && this._messages.get(in_reply_to)?.seq) ?? seq;
    return all.sort((left, right) => Number(asked(left)) - Number(asked(right)) || left.seq - right.seq);
  }

  /** Whether there are messages before these. */
  get more(): boolean {
    return this._before !== null;
  }

  /** What went wrong at the last page; empty if nothing did. */
  get problem(): string {
    return this._problem;
  }

  dispose(): void {
    this._ends.forEach(end => end());
  }

  /** Fetch the page before. */
  earlier(): void {
    this._fetch(this._before ?? undefined);
  }

  /** The newest page; what was said while there was no connection is in it, or in the pages before. */
  private _renew(): void {
    this._messages.clear();
    this._fetch();
  }

  private _fetch(before?: number): void {
    listMessages(this._crew.server, this.session, before).then(
      page => {
        page.messages.forEach(message => this._put(message));
        this._before = page.before;
        this._tell('');
      },
      (error: Error) => this._tell(error.message)
    );
  }

  private _onSaid(message: MessageModel): void {
    if (message.session_id === this.session) {
      this._put(message);
      this._tell(this._problem);
    }
  }

  /** What was published meanwhile is newer than what was fetched. */
  private _put(message: MessageModel): void {
    const known = this._messages.get(message.id);
    if (!known || known.updated_at <= message.updated_at) {
      this._messages.set(message.id, message);
    }
  }

  private _tell(problem: string): void {
    this._problem = problem;
    this._changed.emit();
  }

  private _before: number | null = null;
  private _changed = new Emitter();
  private _ends: (() => void)[];
  private _messages = new Map<string, MessageModel>();
  private _problem = '';
}
