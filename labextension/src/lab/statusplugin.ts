// The plugin of the item in the status bar.

import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IStatusBar } from '@jupyterlab/statusbar';

import { StatusItem } from './statusitem';
import { IAreYouJ, PLUGIN } from './tokens';

export const status: JupyterFrontEndPlugin<void> = {
  id: 'areyouj-jupyter:status',
  description: 'Counts the agents in the status bar.',
  autoStart: true,
  requires: [IAreYouJ],
  optional: [IStatusBar],
  activate: (_, { crew, tools }: IAreYouJ, bar: IStatusBar | null) =>
    void bar?.registerStatusItem(PLUGIN, { item: new StatusItem(crew, tools), align: 'left', rank: 90 })
};
