// The plugin of the launcher's tiles.

import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILauncher } from '@jupyterlab/launcher';

import { keepTiles } from './tiles';
import { IAreYouJ } from './tokens';

export const launcher: JupyterFrontEndPlugin<void> = {
  id: 'areyouj-jupyter:launcher',
  description: 'Starts agents from the launcher.',
  autoStart: true,
  requires: [IAreYouJ],
  optional: [ILauncher],
  activate: (_, { crew, tools, settings }: IAreYouJ, place: ILauncher | null) => {
    if (place) {
      void settings.then(loaded => keepTiles(place, tools, crew.server, loaded));
    }
  }
};
