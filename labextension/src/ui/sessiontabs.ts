// The tabs of one kind, say those with conversations: each is about one session.

import type { JupyterFrontEnd } from '@jupyterlab/application';
import { MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
import type { Widget } from '@lumino/widgets';

import type { SessionModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import { specIcon } from './specicon';
import { addTab, showTab } from './tabs';

/** What stands in a tab. */
export interface About extends Widget {
  readonly session: string;
}

export interface TabsOptions<Content extends About> {
  shell: JupyterFrontEnd.IShell;
  crew: Crew;
  /** Part of the tabs' ids, and of the name under which JupyterLab remembers them. */
  kind: string;
  label(agent: string): string;
  make(session: string): Content;
}

/** At most one tab per session. Owned by the plugin. */
export class SessionTabs<Content extends About> {
  constructor(private _options: TabsOptions<Content>) {
    this.tracker = new WidgetTracker({ namespace: `areyouj-${_options.kind}` });
    _options.crew.changed.connect(() => this.tracker.forEach(tab => this._name(tab)));
  }

  readonly tracker: WidgetTracker<MainAreaWidget<Content>>;

  /** Whether a person has the tab of a session before them. */
  shows(id: string): boolean {
    return this._find(id)?.isVisible ?? false;
  }

  /** Show the tab of a session. */
  open(session: SessionModel): void {
    showTab(this._options.shell, this._find(session.id) ?? this._make(session));
  }

  private _find(id: string): MainAreaWidget<Content> | undefined {
    return this.tracker.find(({ content }) => content.session === id);
  }

  private _make({ id, agent, spec, project_path }: SessionModel): MainAreaWidget<Content> {
    const { shell, kind, make } = this._options;
    const tab = new MainAreaWidget({ content: make(id) });
    tab.id = `areyouj-${kind}-${id}`;
    tab.title.icon = specIcon(spec);
    tab.title.closable = true;
    tab.title.caption = project_path;
    this._name(tab, agent);
    addTab(shell, tab);
    void this.tracker.add(tab);
    return tab;
  }

  /** Agents are given other names. */
  private _name({ title, content }: MainAreaWidget<Content>, known?: string): void {
    const { crew, label } = this._options;
    const agent = known ?? crew.session(content.session)?.agent;
    title.label = agent ? label(agent) : title.label;
  }
}
