// The tabs with the logs of sessions.

import type { JupyterFrontEnd } from '@jupyterlab/application';
import { MainAreaWidget } from '@jupyterlab/apputils';

import type { Tools } from './action';
import type { SessionModel } from '../core/api.gen';
import { areyoujIcon } from './icon';
import { LogView } from './logview';
import type { Crew } from '../core/crew';
import { addTab, findTab, showTab } from './tabs';

/** Show the log of a session, in at most one tab. */
export function openLog(shell: JupyterFrontEnd.IShell, crew: Crew, tools: Tools, session: SessionModel): void {
  const id = `areyouj-log-${session.id}`;
  showTab(shell, findTab(shell, id) ?? madeTab(shell, crew, tools, session, id));
}

function madeTab(
  shell: JupyterFrontEnd.IShell,
  crew: Crew,
  tools: Tools,
  session: SessionModel,
  id: string
): MainAreaWidget<LogView> {
  const tab = new MainAreaWidget({ content: new LogView(crew, tools, session.id) });
  tab.id = id;
  tab.title.icon = areyoujIcon;
  tab.title.closable = true;
  tab.title.label = tools.trans.__('%1: log', session.agent);
  tab.title.caption = session.project_path;
  addTab(shell, tab);
  return tab;
}
