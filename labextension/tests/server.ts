// A server for tests, as the front end sees one: sockets that it can open, feed and cut, and requests that it keeps.

import { ServerConnection } from '@jupyterlab/services';

import type { Snapshot } from '../core/api.gen';

/** A request as it came. */
export interface Asked {
  method: string;
  /** Below the interface's own path, with the query. */
  path: string;
  body: unknown;
}

/** The browser's end of a socket; what happens to it is told by the test. */
export class Socket {
  static readonly CLOSED = 3;

  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  readyState = 0;

  constructor(readonly url: string) {}

  publish(type: string, data: unknown): void {
    this.readyState = 1;
    this.onmessage?.({ data: JSON.stringify({ type, data }) });
  }

  close(): void {
    this.readyState = Socket.CLOSED;
    this.onclose?.();
  }
}

export class Server {
  /** In the order of their coming. */
  readonly asked: Asked[] = [];
  readonly sockets: Socket[] = [];
  readonly settings: ServerConnection.ISettings;

  /** answers: what is answered to `GET specs`, a status to refuse it with, or a promise of either; else an empty object. */
  constructor(public answers: Record<string, unknown> = {}) {
    const sockets = this.sockets;
    this.settings = ServerConnection.makeSettings({
      baseUrl: 'http://localhost/lab/',
      wsUrl: 'ws://localhost/lab/',
      token: 'a b',
      appendToken: true,
      fetch: request => this._answer(request as Request),
      WebSocket: class extends Socket {
        constructor(url: string) {
          super(url);
          sockets.push(this);
        }
      } as unknown as typeof WebSocket
    });
  }

  /** The socket that was asked for last. */
  get socket(): Socket {
    return this.sockets[this.sockets.length - 1];
  }

  publish(type: string, data: unknown): void {
    this.socket.publish(type, data);
  }

  /** What comes first on every socket. */
  snapshot(live: Partial<Snapshot> = {}): void {
    this.publish('snapshot', { sessions: [], agents: [], active: null, owner: null, ...live });
  }

  /** Requests of a method. */
  of(method: string): Asked[] {
    return this.asked.filter(request => request.method === method);
  }

  private async _answer(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const path = pathname.replace('/lab/areyouj/api/', '');
    const text = await request.text();
    const query = search.replace(/[?&]\d+$/, ''); // JupyterLab's own, against caches
    this.asked.push({ method: request.method, path: path + query, body: text ? JSON.parse(text) : undefined });
    const answer = await Promise.resolve(this.answers[`${request.method} ${path}`] ?? {});
    const [status, body] =
      typeof answer === 'number' ? [answer, { message: `Refused with ${answer}.`, reason: 'Refused' }] : [200, answer];
    return new Response(JSON.stringify(body), { status });
  }
}
