// AreYouJ in JupyterLab: activates the plugin.

import { ILayoutRestorer, JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { addCommands, Command } from './commands';
import { Crew } from './manager';
import { Panel } from './panel';
import { listSpecs } from './restapi';
import { Terminals } from './terminals';

const NOTIFICATION_MS = 10000;

const plugin: JupyterFrontEndPlugin<void> = {
  id: 'areyouj-jupyter:plugin',
  description: 'Lists the coding agents and what they are doing, live.',
  autoStart: true,
  optional: [ICommandPalette, ILayoutRestorer, IDefaultFileBrowser, ISettingRegistry, ITranslator],
  activate
};

function activate(
  app: JupyterFrontEnd,
  palette: ICommandPalette | null,
  restorer: ILayoutRestorer | null,
  browser: IDefaultFileBrowser | null,
  registry: ISettingRegistry | null,
  maybeTranslator: ITranslator | null
): void {
  const { commands, serviceManager, shell } = app;
  const settings = serviceManager.serverSettings;
  const translator = maybeTranslator ?? nullTranslator;
  const trans = translator.load('areyouj_jupyter');
  const crew = new Crew(settings);
  const terminals = new Terminals(app, crew, translator, registry);
  const panel = new Panel({
    crew,
    tools: { commands, trans },
    loadSpecs: () => listSpecs(settings),
    folder: () => (browser ? serviceManager.contents.localPath(browser.model.path) : '')
  });
  const showPanel = () => shell.activateById(panel.id);
  const askForm = () => panel.askForm();
  addCommands(commands, { crew, trans, showPanel, askForm, openTerminal: id => terminals.open(id) });
  for (const command of [Command.openPanel, Command.start]) {
    palette?.addItem({ command, category: 'AreYouJ' });
  }
  shell.add(panel, 'left', { rank: 600, type: 'AreYouJ' });
  restorer?.add(panel, panel.id);
  void restorer?.restore(terminals.tracker, {
    command: Command.openTerminal,
    args: tab => ({ session: tab.content.session.name }),
    name: tab => tab.content.session.name
  });
  crew.notified.connect((_, { session_id: session, text, level }) => {
    const callback = () => void commands.execute(Command.openTerminal, { session });
    Notification.emit(text, level, { autoClose: NOTIFICATION_MS, actions: [{ label: trans.__('Show'), callback }] });
  });
}

export default plugin;
