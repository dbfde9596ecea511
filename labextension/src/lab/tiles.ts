// The launcher's tiles: one for each agent CLI that is installed.

import type { ILauncher } from '@jupyterlab/launcher';
import { DisposableSet, IDisposable } from '@lumino/disposable';

import { listSpecs } from '../../core/restapi';
import type { Server } from '../../core/server';
import type { Tools } from '../ui/action';
import { Command } from '../ui/command';
import type { Settings } from './settings';

/** Show them while they are wanted. */
export function keepTiles(launcher: ILauncher, tools: Tools, server: Server, settings: Settings): void {
  let shown: Promise<IDisposable> = Promise.resolve(new DisposableSet());
  settings.follow('launcherTiles', on => {
    void shown.then(tiles => tiles.dispose());
    // Without a connection there are none; the panel says what is wrong with the server.
    shown = on
      ? addTiles(launcher, tools, server).catch(() => new DisposableSet())
      : Promise.resolve(new DisposableSet());
  });
}

/** They go when the result is disposed of. Rejects if the server does not tell its specs. */
async function addTiles(launcher: ILauncher, tools: Tools, server: Server): Promise<IDisposable> {
  const installed = (await listSpecs(server)).filter(spec => spec.installed);
  const category = tools.trans.__('Agents');
  const tiles = installed.map(({ name: spec, display_name: title }) =>
    launcher.add({ command: Command.newAgent, args: { spec, title }, category })
  );
  return DisposableSet.from(tiles);
}
