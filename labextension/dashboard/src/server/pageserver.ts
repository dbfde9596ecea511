// The server that the page came from. The page's own cookies open it; no key is ever kept in the notebook.

import { answerOf } from '../../../core/answer';
import type { Event } from '../../../core/api.gen';
import type { Query } from '../../../core/server';
import type { Server } from './server';

const BINARY = 'areyouj.terminal.v1';

export class PageServer implements Server {
  readonly direct = true;

  /** The server of this page; undefined in a page that is not Jupyter's, or whose server has another origin. */
  static find(): PageServer | undefined {
    const config = document.getElementById('jupyter-config-data')?.textContent;
    const { baseUrl } = JSON.parse(config || '{}') as { baseUrl?: string };
    const base = baseUrl && new URL(baseUrl, location.href);
    return base && base.origin === location.origin ? new PageServer(new URL('areyouj/', base)) : undefined;
  }

  private constructor(private _base: URL) {}

  async request<Answer>(method: string, path: string[], body?: object, query: Query = {}): Promise<Answer> {
    const url = new URL(`api/${path.map(encodeURIComponent).join('/')}`, this._base);
    url.search = new URLSearchParams(query).toString();
    const response = await fetch(url, {
      method,
      headers: { 'Content-Type': 'application/json', 'X-XSRFToken': xsrf() },
      body: body && JSON.stringify(body),
      cache: 'no-store',
      credentials: 'same-origin'
    });
    return answerOf(response);
  }

  follow(onEvent: (event: Event) => void): Promise<void> {
    const socket = new WebSocket(this._socketUrl('api/events'));
    this._socket = socket;
    socket.onmessage = message => onEvent(JSON.parse(message.data as string) as Event);
    return new Promise(resolve => (socket.onclose = () => resolve()));
  }

  terminal(id: string): WebSocket {
    const socket = new WebSocket(this._socketUrl(`terminals/websocket/${encodeURIComponent(id)}`), BINARY);
    socket.binaryType = 'arraybuffer';
    return socket;
  }

  dispose(): void {
    this._socket?.close();
  }

  private _socketUrl(path: string): URL {
    const url = new URL(path, this._base);
    url.protocol = url.protocol.replace('http', 'ws');
    return url;
  }

  private _socket?: WebSocket;
}

/** What Jupyter wants to see of its cookie, as a proof that its own page asks. */
function xsrf(): string {
  return /(?:^|; )_xsrf=([^;]*)/.exec(document.cookie)?.[1] ?? '';
}
