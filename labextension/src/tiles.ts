// The launcher's tiles: one for each agent CLI that is installed.

import type { ILauncher } from '@jupyterlab/launcher';

import type { Tools } from './action';
import { Command } from './command';
import { listSpecs } from '../core/restapi';
import type { Server } from '../core/server';

/** Rejects if the server does not tell its specs. */
export async function addTiles(launcher: ILauncher, tools: Tools, server: Server): Promise<void> {
  const installed = (await listSpecs(server)).filter(spec => spec.installed);
  for (const { name: spec, display_name: title } of installed) {
    launcher.add({ command: Command.newAgent, args: { spec, title }, category: tools.trans.__('Agents') });
  }
}
