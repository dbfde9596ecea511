// The tab of a terminal, which gets output only while somebody sees it.

import { MainAreaWidget } from '@jupyterlab/apputils';
import type { Terminal as Connection } from '@jupyterlab/services';
import type { Terminal } from '@jupyterlab/terminal';
import type { Message } from '@lumino/messaging';

/** A word of ours in JupyterLab's protocol, see areyouj_jupyter/server/http/sockets/terminal.py. */
const VISIBLE = 'visible' as Connection.MessageType;

export class TerminalTab extends MainAreaWidget<Terminal> {
  constructor(options: MainAreaWidget.IOptions<Terminal>) {
    super(options);
    this.content.session.connectionStatusChanged.connect(() => {
      this._told = true; // what is thought of a new connection
      this._tell();
    });
  }

  protected onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this._tell();
  }

  protected onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._tell();
  }

  protected onAfterHide(message: Message): void {
    super.onAfterHide(message);
    this._tell();
  }

  private _tell(): void {
    const { session } = this.content;
    if (session.connectionStatus === 'connected' && this._told !== this.isVisible) {
      this._told = this.isVisible;
      session.send({ type: VISIBLE, content: [this._told] });
    }
  }

  private _told = true;
}
