// Where tabs stand: in JupyterLab's main area; in Jupyter Notebook, whose main area takes nothing but its document, below that.

import { JupyterFrontEnd, LabShell } from '@jupyterlab/application';
import { TabPanel, Widget } from '@lumino/widgets';

function area(shell: JupyterFrontEnd.IShell): 'main' | 'down' {
  return shell instanceof LabShell ? 'main' : 'down';
}

/** Add a tab behind the others, or where the options say. */
export function addTab(
  shell: JupyterFrontEnd.IShell,
  tab: Widget,
  options?: Parameters<JupyterFrontEnd.IShell['add']>[2]
): void {
  tab.toggleClass('jp-AreYouJ-below', area(shell) === 'down');
  shell.add(tab, area(shell), { type: 'AreYouJ', activate: false, ...options });
}

/** Bring a tab to the front and give it the focus. */
export function showTab(shell: JupyterFrontEnd.IShell, tab: Widget): void {
  shell.activateById(tab.id);
  const panel = tab.parent?.parent;
  if (panel instanceof TabPanel) {
    panel.currentWidget = tab; // the shell of Notebook opens the area, but does not choose among its tabs
    tab.activate();
  }
}
