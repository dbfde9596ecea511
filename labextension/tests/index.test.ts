// The plugins, in an application that has nothing but what they cannot do without.

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IRenderMimeRegistry, RenderMimeRegistry, standardRendererFactories } from '@jupyterlab/rendermime';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { CommandRegistry } from '@lumino/commands';
import { PluginRegistry } from '@lumino/coreutils';
import type { Widget } from '@lumino/widgets';

import { PALETTE } from '../src/commands/commands';
import plugins, { IAreYouJ } from '../src/index';
import { IAgentPanel } from '../src/lab/tokens';
import { Command } from '../src/ui/command';
import { session } from './models';
import { Server } from './server';
import { opened } from './shownpanel';

// Of these little is needed here, and all of their editors would come with them.
jest.mock('@jupyterlab/filebrowser', () => ({ IDefaultFileBrowser: { name: 'file browser' } }));
jest.mock('@jupyterlab/fileeditor', () => ({ IEditorTracker: { name: 'editors' } }));
jest.mock('@jupyterlab/notebook', () => ({ INotebookTracker: { name: 'notebooks' } }));
jest.mock('@jupyterlab/terminal', () => ({ Terminal: class Terminal {} }));

let app: { commands: CommandRegistry; serviceManager: object; shell: object };
let placed: [id: string, area: string][];
let registry: PluginRegistry<JupyterFrontEnd>;
let server: Server;

beforeEach(async () => {
  placed = [];
  server = new Server({ 'GET tasks': { tasks: [], total: 0 } });
  const add = ({ id }: Widget, area: string) => void placed.push([id, area]);
  app = {
    commands: new CommandRegistry(),
    serviceManager: { serverSettings: server.settings, contents: {} },
    shell: { add, activateById: (id: string) => void placed.push([id, 'front']), currentWidget: null }
  };
  registry = new PluginRegistry();
  registry.application = app as unknown as JupyterFrontEnd;
  registry.registerPlugin({
    id: 'rendermime',
    provides: IRenderMimeRegistry,
    activate: () => new RenderMimeRegistry({ initialFactories: standardRendererFactories })
  });
  registry.registerPlugins(plugins as JupyterFrontEndPlugin<unknown>[]);
  await registry.activatePlugins('startUp');
});

afterEach(async () => (await registry.resolveRequiredService(IAreYouJ)).crew.dispose());

test('each is there, and one of them has the name of the settings', () => {
  expect(plugins.every(({ id }) => registry.isPluginActivated(id))).toBe(true);
  expect(plugins.map(({ id }) => id)).toContain('areyouj-jupyter:plugin');
});

test('all commands are there, and the panel stands at the left', () => {
  expect(app.commands.listCommands().sort()).toEqual(Object.values(Command).sort());
  expect(PALETTE.every(command => app.commands.hasCommand(command))).toBe(true);
  expect(placed).toEqual([['areyouj-panel', 'left']]);
});

test('a command brings the panel to the front, and so does another plugin by its token', async () => {
  await app.commands.execute(Command.openPanel);
  (await registry.resolveRequiredService(IAgentPanel)).show();
  expect(placed.slice(1)).toEqual([
    ['areyouj-panel', 'front'],
    ['areyouj-panel', 'front']
  ]);
});

test('another extension follows the agents by one token', async () => {
  const { crew } = await registry.resolveRequiredService(IAreYouJ);
  await opened(server);
  server.snapshot({ sessions: [session('writer')] });
  expect(crew.sessions.map(({ agent }) => agent)).toEqual(['writer']);
});
