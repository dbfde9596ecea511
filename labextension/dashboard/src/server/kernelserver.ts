// The kernel, which passes on what is asked and tells what happens. While it runs a cell, what is asked waits.

import type { Event, Failure } from '../../../core/api.gen';
import type { Query } from '../../../core/server';
import type { Model } from '../widget';
import { freshKey } from './freshkey';
import type { Server } from './server';

/** What the kernel says: an answer to one question, an event, or that there are no more events for now. */
type Said = { answer: string; data?: unknown; failure?: Failure } | { event: Event } | { lost: true };

interface Asked {
  resolve(data: unknown): void;
  reject(error: Error): void;
}

export class KernelServer implements Server {
  readonly direct = false;

  constructor(private _model: Model) {
    _model.on('msg:custom', this._on);
  }

  request<Answer>(method: string, path: string[], body?: object, query: Query = {}): Promise<Answer> {
    const ask = freshKey(); // every page that shows the dashboard hears every answer
    return new Promise((resolve, reject) => {
      this._asked.set(ask, { resolve: data => resolve(data as Answer), reject });
      this._model.send({ ask, method, path, query, body: body ?? null });
    });
  }

  follow(onEvent: (event: Event) => void): Promise<void> {
    this._onEvent = onEvent;
    this._model.send({ follow: true });
    return new Promise(resolve => (this._onLost = resolve));
  }

  terminal(): undefined {
    return undefined;
  }

  dispose(): void {
    this._model.off('msg:custom', this._on);
    this._onLost();
  }

  private _on = (content: unknown) => {
    const said = content as Said;
    if ('answer' in said) {
      this._answered(said.answer, said.data, said.failure);
    } else if ('event' in said) {
      this._onEvent(said.event);
    } else if ('lost' in said) {
      this._onLost();
    }
  };

  private _answered(ask: string, data: unknown, failure?: Failure): void {
    const asked = this._asked.get(ask);
    this._asked.delete(ask);
    if (failure) {
      asked?.reject(new Error(failure.message));
    } else {
      asked?.resolve(data);
    }
  }

  private _asked = new Map<string, Asked>();
  private _onEvent: (event: Event) => void = () => undefined;
  private _onLost: () => void = () => undefined;
}
