// AreYouJ in JupyterLab: activates the plugin.

import { ILayoutRestorer, JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
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
import type { Widget } from '@lumino/widgets';

import { Crew } from '../core/crew';
import { Queues } from '../core/queues';
import { Tasks } from '../core/tasks';
import { askChanges, askNewAgent } from './agents/agentdialogs';
import { addCommands, PALETTE } from './commands/commands';
import { Messages } from './conversation/messages';
import { DocumentContext } from './lab/context';
import { chosenFolder, foldersIn } from './lab/folders';
import { LabServer } from './lab/labserver';
import { Notices } from './lab/notices';
import { Preferences } from './lab/preferences';
import { addRunning } from './lab/running';
import { loadSettings } from './lab/settings';
import { StatusItem } from './lab/statusitem';
import { keepTiles } from './lab/tiles';
import { Panel } from './panel/panel';
import { questions } from './prompts/question';
import { SentMessages } from './queue/sentmessages';
import { LogView } from './terminals/logview';
import { Terminals } from './terminals/terminals';
import type { Tools } from './ui/action';
import { Arguments, Command } from './ui/command';
import { strict } from './ui/markdown';
import { SessionTabs } from './ui/sessiontabs';

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
  rendermime.addFactory(questions(crew, tools));
  const terminals = new Terminals(app, crew, translator, registry);
  const sent = new SentMessages(crew);
  const [conversations, logs] = sessionTabs(shell, crew, tools, mime, sent);
  const preferences = new Preferences(stateDB);
  const known = { queues: new Queues(crew), tasks: new Tasks(crew), sent, preferences };
  const panel = new Panel({ crew, tools, ...known, rendermime: mime });
  const folders = (above: string) => foldersIn(serviceManager.contents, above);
  const asking = { tools, crew, preferences, folders };
  const folder = (args: Arguments) => chosenFolder(serviceManager.contents, browser, args);
  const showPanel = () => shell.activateById(panel.id);
  addCommands(commands, {
    ...{ crew, trans, showPanel, context: new DocumentContext(app, notebooks, editors, trans) },
    newAgent: args => askNewAgent(asking, { project_path: folder(args), ...args }),
    changeAgent: agent => askChanges(asking, agent),
    showTask: id => (showPanel(), panel.showTask(id)),
    openTerminal: id => terminals.open(id),
    openMessages: session => conversations.open(session),
    openLog: session => logs.open(session)
  });
  PALETTE.forEach(command => palette?.addItem({ command, category: 'AreYouJ' }));
  shell.add(panel, 'left', { rank: 600, type: 'AreYouJ' });
  restorer?.add(panel, panel.id);
  restore(restorer, Command.openTerminal, terminals.tracker, ({ session }) => session.name);
  restore(restorer, Command.openMessages, conversations.tracker, ({ session }) => session);
  restore(restorer, Command.openLog, logs.tracker, ({ session }) => session);
  addRunning(running, crew, tools);
  statusBar?.registerStatusItem(ID, { item: new StatusItem(crew, tools), align: 'left', rank: 90 });
  void loadSettings(registry, ID).then(settings => {
    new Notices(crew, tools, settings, id => terminals.shows(id) || conversations.shows(id));
    if (launcher) {
      keepTiles(launcher, tools, crew.server, settings);
    }
  });
}

/** Those with the conversations of sessions, and those with their logs. */
function sessionTabs(
  shell: JupyterFrontEnd.IShell,
  crew: Crew,
  tools: Tools,
  rendermime: IRenderMimeRegistry,
  sent: SentMessages
): [SessionTabs<Messages>, SessionTabs<LogView>] {
  const { trans } = tools;
  const conversations = new SessionTabs({
    ...{ shell, crew, kind: 'messages', label: (agent: string) => trans.__('%1: messages', agent) },
    make: session => new Messages({ crew, tools, rendermime, sent, session })
  });
  const logs = new SessionTabs({
    ...{ shell, crew, kind: 'log', label: (agent: string) => trans.__('%1: log', agent) },
    make: session => new LogView(crew, tools, session)
  });
  return [conversations, logs];
}

/** The tabs of one kind come back after a reload. */
function restore<Content extends Widget>(
  restorer: ILayoutRestorer | null,
  command: string,
  tracker: WidgetTracker<MainAreaWidget<Content>>,
  session: (content: Content) => string
): void {
  const name = ({ content }: MainAreaWidget<Content>) => session(content);
  void restorer?.restore(tracker, { command, args: tab => ({ session: name(tab) }), name });
}

export default plugin;
