// The tabs with the conversations of sessions.

import type { JupyterFrontEnd } from '@jupyterlab/application';
import { MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';

import type { Tools } from './action';
import type { SessionModel } from '../core/api.gen';
import { areyoujIcon } from './icon';
import type { Crew } from '../core/crew';
import { Messages } from './messages';
import type { Sent } from './sent';
import { addTab, showTab } from './tabs';

/** At most one tab per session. Owned by the plugin. */
export class Conversations {
  constructor(
    private _shell: JupyterFrontEnd.IShell,
    private _crew: Crew,
    private _tools: Tools,
    private _rendermime: IRenderMimeRegistry,
    private _sent: Sent
  ) {
    _crew.changed.connect(() => this.tracker.forEach(tab => this._name(tab)));
  }

  readonly tracker = new WidgetTracker<MainAreaWidget<Messages>>({ namespace: 'areyouj-messages' });

  /** Whether a person has the tab of a session before them. */
  shows(id: string): boolean {
    return this.tracker.find(({ content }) => content.session === id)?.isVisible ?? false;
  }

  /** Show the tab of a session. */
  open(session: SessionModel): void {
    const tab = this.tracker.find(({ content }) => content.session === session.id) ?? this._make(session);
    showTab(this._shell, tab);
  }

  private _make({ id, agent, project_path }: SessionModel): MainAreaWidget<Messages> {
    const [crew, tools, rendermime, sent] = [this._crew, this._tools, this._rendermime, this._sent];
    const tab = new MainAreaWidget({ content: new Messages({ crew, tools, rendermime, sent, session: id }) });
    tab.id = `areyouj-messages-${id}`;
    tab.title.icon = areyoujIcon;
    tab.title.closable = true;
    tab.title.caption = project_path;
    this._name(tab, agent);
    addTab(this._shell, tab);
    void this.tracker.add(tab);
    return tab;
  }

  /** Agents are given other names. */
  private _name(
    { title, content }: MainAreaWidget<Messages>,
    agent = this._crew.session(content.session)?.agent
  ): void {
    title.label = agent ? this._tools.trans.__('%1: messages', agent) : title.label;
  }
}
