// The plugin that lists the agents among what runs.

import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IRunningSessionManagers } from '@jupyterlab/running';

import { addRunning } from './running';
import { IAreYouJ } from './tokens';

export const running: JupyterFrontEndPlugin<void> = {
  id: 'areyouj-jupyter:running',
  description: 'Lists the agents among what runs.',
  autoStart: true,
  requires: [IAreYouJ],
  optional: [IRunningSessionManagers],
  activate: (_, { crew, tools }: IAreYouJ, managers: IRunningSessionManagers | null) =>
    addRunning(managers, crew, tools)
};
