// One xterm.js at one session's terminal, by the server's own WebSocket.

import { FitAddon } from '@xterm/addon-fit';
import type { Terminal } from '@xterm/xterm';

import { pressed } from '../../../core/keys';
import type { Server } from '../server/server';
import { onTheme, palette } from './palette';
import type { Xterm } from './xterm';

const BACK_OFF = 1000; // milliseconds between two attempts

/** Owned by the view that shows it. */
export class Attachment {
  /** leave: called when the keyboard wants to get out of the terminal. */
  constructor(
    { Terminal }: Xterm,
    private _server: Server,
    private _session: string,
    private _host: HTMLElement,
    private _leave: () => void
  ) {
    this._terminal = new Terminal({ ...font(_host), theme: palette(_host), cursorBlink: true, scrollback: 5000 });
    this._terminal.loadAddon(this._fit);
    this._terminal.open(_host);
    this._terminal.attachCustomKeyEventHandler(event => this._onKey(event));
    this._terminal.onData(text => this._say(['stdin', text]));
    this._terminal.onBinary(bytes => this._send(Uint8Array.from(bytes, byte => byte.charCodeAt(0))));
    this._terminal.onResize(() => this._tellSize());
    this._observer.observe(_host);
    this._endTheme = onTheme(() => (this._terminal.options.theme = palette(_host)));
    this._connect();
  }

  focus(): void {
    this._terminal.focus();
  }

  dispose(): void {
    this._disposed = true;
    clearTimeout(this._timer);
    this._observer.disconnect();
    this._endTheme();
    this._socket?.close();
    this._terminal.dispose();
  }

  /** What is there comes first, after a reset; so the screen is right after every connection. */
  private _connect(): void {
    const socket = this._server.terminal(this._session);
    this._socket = socket;
    if (!socket) {
      return;
    }
    socket.onopen = () => this._resize();
    socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data !== 'string') {
        this._terminal.write(new Uint8Array(data));
      } else if ((JSON.parse(data) as unknown[])[0] === 'disconnect') {
        this._disposed = true; // the program has ended; there is nothing to come back to
      }
    };
    socket.onclose = () => {
      if (!this._disposed) {
        this._timer = window.setTimeout(() => this._connect(), BACK_OFF);
      }
    };
  }

  /** Whatever does not fit is left as it is: a terminal that is not seen has no size. */
  private _resize(): void {
    if (this._host.clientWidth > 0 && this._host.clientHeight > 0) {
      this._fit.fit();
      this._tellSize();
    }
  }

  private _tellSize(): void {
    this._say(['set_size', this._terminal.rows, this._terminal.cols]);
  }

  private _say(frame: unknown[]): void {
    this._send(JSON.stringify(frame));
  }

  private _send(content: string | Uint8Array): void {
    if (this._socket?.readyState === WebSocket.OPEN) {
      this._socket.send(content);
    }
  }

  /** Whether the terminal is to have the key. As in JupyterLab's own: Ctrl+C copies where something is selected. */
  private _onKey(event: KeyboardEvent): boolean {
    const down = event.type === 'keydown';
    const key = pressed(event);
    if (key === 'F6') {
      if (down) {
        this._leave();
      }
      return false;
    }
    if (key === 'Enter' && event.shiftKey) {
      if (down) {
        this._say(['stdin', '\n']);
      }
      event.preventDefault();
      return false;
    }
    return !(event.ctrlKey && !event.shiftKey && key === 'c' && this._terminal.hasSelection());
  }

  private _disposed = false;
  private _endTheme: () => void;
  private _fit = new FitAddon();
  private _observer = new ResizeObserver(() => this._resize());
  private _socket?: WebSocket;
  private _terminal: Terminal;
  private _timer = 0;
}

function font(node: Element): { fontFamily: string; fontSize: number } {
  const style = getComputedStyle(node);
  return { fontFamily: style.fontFamily, fontSize: parseFloat(style.fontSize) };
}
