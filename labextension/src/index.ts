// AreYouJ in JupyterLab: activates the plugin.

import { ILayoutRestorer, JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { Arguments, Command } from './command';
import { addCommands, PALETTE } from './commands';
import { Conversations } from './conversations';
import { Crew } from './manager';
import { strict } from './markdown';
import { askNewAgent } from './newagent';
import { Panel } from './panel';
import { Queues } from './queues';
import { Tasks } from './tasks';
import { Terminals } from './terminals';

const NOTIFICATION_MS = 10000;

const plugin: JupyterFrontEndPlugin<void> = {
  id: 'areyouj-jupyter:plugin',
  description: 'Lists the coding agents and what they are doing, live.',
  autoStart: true,
  requires: [IRenderMimeRegistry],
  optional: [ICommandPalette, ILayoutRestorer, IDefaultFileBrowser, ISettingRegistry, ITranslator],
  activate
};

function activate(
  app: JupyterFrontEnd,
  rendermime: IRenderMimeRegistry,
  palette: ICommandPalette | null,
  restorer: ILayoutRestorer | null,
  browser: IDefaultFileBrowser | null,
  registry: ISettingRegistry | null,
  maybeTranslator: ITranslator | null
): void {
  const { commands, serviceManager, shell } = app;
  const { contents, serverSettings: settings } = serviceManager;
  const translator = maybeTranslator ?? nullTranslator;
  const trans = translator.load('areyouj_jupyter');
  const tools = { commands, trans };
  const crew = new Crew(settings);
  const terminals = new Terminals(app, crew, translator, registry);
  const mime = strict(rendermime);
  const conversations = new Conversations(shell, crew, tools, mime);
  const parts = { queues: new Queues(crew), tasks: new Tasks(crew), rendermime: mime };
  const panel = new Panel({ crew, tools, ...parts });
  const isFolder = (path: string) =>
    contents.get(path, { content: false }).then(
      ({ type }) => type === 'directory',
      () => false
    );
  const newAgent = (args: Arguments) => {
    const here = browser ? contents.localPath(browser.model.path) : '';
    return askNewAgent(tools, settings, { crew, isFolder }, { project_path: here, ...args });
  };
  const showPanel = () => shell.activateById(panel.id);
  addCommands(commands, {
    ...{ crew, trans, showPanel, newAgent },
    showTask: id => (showPanel(), panel.showTask(id)),
    openTerminal: id => terminals.open(id),
    openMessages: session => conversations.open(session)
  });
  PALETTE.forEach(command => palette?.addItem({ command, category: 'AreYouJ' }));
  shell.add(panel, 'left', { rank: 600, type: 'AreYouJ' });
  restorer?.add(panel, panel.id);
  void restorer?.restore(terminals.tracker, {
    command: Command.openTerminal,
    args: tab => ({ session: tab.content.session.name }),
    name: tab => tab.content.session.name
  });
  void restorer?.restore(conversations.tracker, {
    command: Command.openMessages,
    args: tab => ({ session: tab.content.session }),
    name: tab => tab.content.session
  });
  crew.notified.connect((_, { session_id: session, text, level }) => {
    const callback = () => void commands.execute(Command.openTerminal, { session });
    Notification.emit(text, level, { autoClose: NOTIFICATION_MS, actions: [{ label: trans.__('Show'), callback }] });
  });
}

export default plugin;
