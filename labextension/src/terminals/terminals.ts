// The terminals of sessions: JupyterLab's own widget, attached to our socket.

import type { JupyterFrontEnd } from '@jupyterlab/application';
import { WidgetTracker } from '@jupyterlab/apputils';
import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection, TerminalManager } from '@jupyterlab/services';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITerminal, Terminal } from '@jupyterlab/terminal';
import type { ITranslator } from '@jupyterlab/translation';
import { DockPanel } from '@lumino/widgets';

import type { SessionModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import { fetchSession } from '../../core/restapi';
import type { LabServer } from '../lab/labserver';
import { see } from '../ui/seen';
import { specIcon } from '../ui/specicon';
import { addTab, showTab } from '../ui/tabs';
import { drawn } from './renderer';
import { TerminalTab } from './terminaltab';

const CORE_SETTINGS = '@jupyterlab/terminal-extension:plugin';

/** At most one tab per session. Owned by the plugin. */
export class Terminals {
  constructor(
    private _app: JupyterFrontEnd,
    private _crew: Crew<LabServer>,
    private _translator: ITranslator,
    private _registry: ISettingRegistry | null
  ) {
    // Always in standby: it makes connections but never asks which terminals there are, since the events tell.
    this._manager = new TerminalManager({ serverSettings: ours(_crew.server.settings), standby: () => true });
    _crew.changed.connect(() => this.tracker.forEach(tab => this._keepUp(tab)));
  }

  /** Kept apart from the terminals of core, which would restore our tabs as plain shells. */
  readonly tracker = new WidgetTracker<TerminalTab>({ namespace: 'areyouj-terminal' });

  /** Show the tab of a session. Rejects if there is no such session or it has exited. */
  async open(id: string): Promise<TerminalTab> {
    const session = this._crew.session(id) ?? (await fetchSession(this._crew.server, id));
    if (session.status.state === 'exited' && !this._find(session.id)) {
      const trans = this._translator.load('areyouj_jupyter');
      throw new Error(trans.__('%1 has exited. Restart it to open its terminal.', session.agent));
    }
    const tab = await this._ensure(session);
    showTab(this._app.shell, tab);
    return tab;
  }

  /** Whether a person has the tab of a session before them. */
  shows(id: string): boolean {
    return this._find(id)?.isVisible ?? false;
  }

  private _find(id: string): TerminalTab | undefined {
    return this.tracker.find(tab => tab.content.session.name === id);
  }

  /** The tab of a session, in the main area. That of an older incarnation gives its place to a new one. */
  private async _ensure(session: SessionModel): Promise<TerminalTab> {
    const options = await this._options();
    const old = this._find(session.id);
    if (old?.id === tabId(session)) {
      return old;
    }
    const tab = this._make(session, options);
    addTab(this._app.shell, tab, old && { ref: old.id, mode: 'tab-after' });
    void this.tracker.add(tab);
    if (old) {
      this._replace(old, tab);
    }
    return tab;
  }

  /** Put a tab where another is: in front only if that was, with the focus only if that had it. */
  private _replace(old: TerminalTab, tab: TerminalTab): void {
    if (old.node.contains(document.activeElement)) {
      showTab(this._app.shell, tab);
    } else if (old.isVisible && tab.parent instanceof DockPanel) {
      tab.parent.selectWidget(tab);
    }
    old.dispose();
  }

  private _make(session: SessionModel, options: Partial<ITerminal.IOptions>): TerminalTab {
    const connection = this._manager.connectTo({ model: { name: session.id } });
    const content = new Terminal(connection, options, this._translator);
    const tab = new TerminalTab({ content, reveal: drawn(content) });
    tab.id = tabId(session);
    tab.title.icon = specIcon(session.spec);
    tab.title.closable = true;
    tab.title.caption = session.project_path;
    // The program's own title must not hide whose tab it is.
    const pin = () => void (tab.title.label = (this._crew.session(session.id) ?? session).agent);
    tab.title.changed.connect(pin);
    pin();
    tab.node.addEventListener('focusin', () => see(this._crew, session.id, tab.node));
    return tab;
  }

  /** Follow a session that was started again, and try again where the connection gave up while the server was away. */
  private _keepUp(tab: TerminalTab): void {
    const { session: connection } = tab.content;
    const session = this._crew.session(connection.name);
    see(this._crew, connection.name, tab.node);
    tab.title.label = session?.agent ?? tab.title.label; // it may have another name now
    if (session && tab.id !== tabId(session)) {
      void this._ensure(session);
    } else if (session && !connection.isDisposed && connection.connectionStatus === 'disconnected') {
      void connection.reconnect().catch(() => undefined); // the next change tries again
    }
  }

  /** The user's own terminal settings, but closing a tab never ends an agent. */
  private async _options(): Promise<Partial<ITerminal.IOptions>> {
    const settings = await this._registry?.load(CORE_SETTINGS).catch(() => undefined); // core's plugin may be disabled
    return { ...(settings?.composite as Partial<ITerminal.IOptions>), closeOnExit: false, shutdownOnClose: false };
  }

  private _manager: TerminalManager;
}

function tabId({ id, incarnation }: SessionModel): string {
  return `areyouj-terminal-${id}-${incarnation}`;
}

/** Settings under which a terminal connection finds our socket instead of core's. */
function ours(base: ServerConnection.ISettings): ServerConnection.ISettings {
  const [baseUrl, wsUrl] = [base.baseUrl, base.wsUrl].map(url => URLExt.join(url, 'areyouj/'));
  return ServerConnection.makeSettings({ ...base, baseUrl, wsUrl });
}
