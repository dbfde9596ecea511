// The server of JupyterLab, asked by JupyterLab's own means.

import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';

import { answerOf } from '../../core/answer';
import type { Event } from '../../core/api.gen';
import type { Query, Server } from '../../core/server';

/** Path of the interface below the server's base URL. */
const API = 'areyouj/api';

/** Owned by the crew. */
export class LabServer implements Server {
  constructor(readonly settings: ServerConnection.ISettings) {}

  async request<Answer>(method: string, path: string[], body?: object, query: Query = {}): Promise<Answer> {
    const content = body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    const url = this._address(path, query);
    return answerOf(await ServerConnection.makeRequest(url, { method, ...content }, this.settings));
  }

  follow(onEvent: (event: Event) => void): Promise<void> {
    const { WebSocket, wsUrl } = this.settings;
    const socket = new WebSocket(URLExt.join(wsUrl, API, 'events') + URLExt.objectToQueryString(this._key));
    this._socket = socket;
    socket.onmessage = message => onEvent(JSON.parse(message.data as string) as Event);
    return new Promise(resolve => (socket.onclose = () => resolve()));
  }

  dispose(): void {
    this._socket?.close();
  }

  /** Where a link finds the task list as a file. */
  exportAddress(format: 'csv' | 'xlsx'): string {
    return this._address(['tasks', 'export'], { format, ...this._key });
  }

  private _address(path: string[], query: Query): string {
    const parts = path.map(encodeURIComponent);
    return URLExt.join(this.settings.baseUrl, API, ...parts) + URLExt.objectToQueryString(query);
  }

  /** What opens the server where no header can be sent. */
  private get _key(): Query {
    const { appendToken, token } = this.settings;
    return appendToken && token ? { token } : {};
  }

  private _socket: WebSocket | null = null;
}
