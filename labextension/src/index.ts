// AreYouJ in JupyterLab: activates the plugin.

import { ILayoutRestorer, JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { IEditorTracker } from '@jupyterlab/fileeditor';
import { ILauncher } from '@jupyterlab/launcher';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { IRunningSessionManagers } from '@jupyterlab/running';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStateDB } from '@jupyterlab/statedb';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { askChanges, askNewAgent } from './agentdialogs';
import { Arguments, Command } from './command';
import { addCommands, PALETTE } from './commands';
import { Conversations } from './conversations';
import { LabServer } from './labserver';
import { openLog } from './logs';
import { Crew } from '../core/crew';
import { strict } from './markdown';
import { Memory } from './memory';
import { notify } from './notices';
import { Panel } from './panel';
import { chosenFolder } from './places';
import { Queues } from '../core/queues';
import { addRunning } from './running';
import { Sent } from './sent';
import { follow } from './settings';
import { Sources } from './sources';
import { StatusItem } from './statusitem';
import { Tasks } from '../core/tasks';
import { Terminals } from './terminals';
import { addTiles } from './tiles';

const ID = 'areyouj-jupyter:plugin';

const plugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'Lists the coding agents and what they are doing, live.',
  autoStart: true,
  requires: [IRenderMimeRegistry],
  optional: [
    ICommandPalette,
    ILayoutRestorer,
    IDefaultFileBrowser,
    ISettingRegistry,
    ITranslator,
    ILauncher,
    IStatusBar,
    IStateDB,
    INotebookTracker,
    IEditorTracker,
    IRunningSessionManagers
  ],
  activate
};

function activate(
  app: JupyterFrontEnd,
  rendermime: IRenderMimeRegistry,
  palette: ICommandPalette | null,
  restorer: ILayoutRestorer | null,
  browser: IDefaultFileBrowser | null,
  registry: ISettingRegistry | null,
  maybeTranslator: ITranslator | null,
  launcher: ILauncher | null,
  statusBar: IStatusBar | null,
  stateDB: IStateDB | null,
  notebooks: INotebookTracker | null,
  editors: IEditorTracker | null,
  running: IRunningSessionManagers | null
): void {
  const { commands, serviceManager, shell } = app;
  const translator = maybeTranslator ?? nullTranslator;
  const trans = translator.load('areyouj_jupyter');
  const tools = { commands, trans };
  const crew = new Crew(new LabServer(serviceManager.serverSettings));
  const mime = strict(rendermime);
  const terminals = new Terminals(app, crew, translator, registry);
  const sent = new Sent(crew);
  const conversations = new Conversations(shell, crew, tools, mime, sent);
  const memory = new Memory(stateDB);
  const known = { queues: new Queues(crew), tasks: new Tasks(crew), sent, memory };
  const panel = new Panel({ crew, tools, ...known, rendermime: mime });
  const asking = { tools, crew, memory };
  const folder = (args: Arguments) => chosenFolder(serviceManager.contents, browser, args);
  const showPanel = () => shell.activateById(panel.id);
  addCommands(commands, {
    ...{ crew, trans, showPanel, sources: new Sources(app, notebooks, editors, trans) },
    newAgent: args => askNewAgent(asking, { project_path: folder(args), ...args }),
    changeAgent: agent => askChanges(asking, agent),
    showTask: id => (showPanel(), panel.showTask(id)),
    openTerminal: id => terminals.open(id),
    openMessages: session => conversations.open(session),
    openLog: session => openLog(shell, crew, tools, session)
  });
  PALETTE.forEach(command => palette?.addItem({ command, category: 'AreYouJ' }));
  shell.add(panel, 'left', { rank: 600, type: 'AreYouJ' });
  restorer?.add(panel, panel.id);
  restore(restorer, terminals, conversations);
  addRunning(running, crew, tools);
  statusBar?.registerStatusItem(ID, { item: new StatusItem(crew, tools), align: 'left', rank: 90 });
  void follow(registry, ID).then(settings => {
    notify(crew, tools, settings, id => terminals.shows(id) || conversations.shows(id));
    if (launcher && settings().launcherTiles) {
      addTiles(launcher, tools, crew.server).catch(() => undefined); // the panel says what is wrong with the server
    }
  });
}

/** The tabs come back after a reload. */
function restore(restorer: ILayoutRestorer | null, terminals: Terminals, conversations: Conversations): void {
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
}

export default plugin;
