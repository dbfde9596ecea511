// The plugin of the commands.

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { IEditorTracker } from '@jupyterlab/fileeditor';
import { INotebookTracker } from '@jupyterlab/notebook';

import { askChanges, askNewAgent } from '../agents/agentdialogs';
import { DocumentContext } from '../lab/context';
import { chosenFolder, foldersIn } from '../lab/folders';
import { IAgentPanel, IAgentTerminals, IAreYouJ, IConversations, ISessionLogs, ISessionTabs } from '../lab/tokens';
import type { Arguments } from '../ui/command';
import { addCommands, PALETTE } from './commands';

export const commands: JupyterFrontEndPlugin<void> = {
  id: 'areyouj-jupyter:commands',
  description: 'Adds the commands about agents.',
  autoStart: true,
  requires: [IAreYouJ, IAgentPanel, IAgentTerminals, IConversations, ISessionLogs],
  optional: [ICommandPalette, IDefaultFileBrowser, INotebookTracker, IEditorTracker],
  activate
};

function activate(
  app: JupyterFrontEnd,
  { crew, tools, preferences }: IAreYouJ,
  panel: IAgentPanel,
  terminals: IAgentTerminals,
  conversations: ISessionTabs,
  logs: ISessionTabs,
  palette: ICommandPalette | null,
  browser: IDefaultFileBrowser | null,
  notebooks: INotebookTracker | null,
  editors: IEditorTracker | null
): void {
  const { contents } = app.serviceManager;
  const { trans } = tools;
  const asking = { tools, crew, preferences, folders: (above: string) => foldersIn(contents, above) };
  const folder = (args: Arguments) => chosenFolder(contents, browser, args);
  addCommands(app.commands, {
    ...{ crew, trans, context: new DocumentContext(app, notebooks, editors, trans) },
    newAgent: args => askNewAgent(asking, { project_path: folder(args), ...args }),
    changeAgent: agent => askChanges(asking, agent),
    showPanel: () => panel.show(),
    showTask: id => (panel.show(), panel.showTask(id)),
    openTerminal: id => terminals.open(id),
    openMessages: session => conversations.open(session),
    openLog: session => logs.open(session)
  });
  PALETTE.forEach(command => palette?.addItem({ command, category: 'AreYouJ' }));
}
