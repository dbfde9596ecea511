// The plugin of the tabs with conversations.

import { ILayoutRestorer, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';

import { IAreYouJ, IConversations, ISessionTabs } from '../lab/tokens';
import { Command } from '../ui/command';
import { strict } from '../ui/markdown';
import { restoreTabs } from '../ui/restoretabs';
import { SessionTabs } from '../ui/sessiontabs';
import { Messages } from './messages';

export const conversations: JupyterFrontEndPlugin<ISessionTabs> = {
  id: 'areyouj-jupyter:conversations',
  description: 'Opens the conversations with agents.',
  autoStart: true,
  requires: [IRenderMimeRegistry, IAreYouJ],
  optional: [ILayoutRestorer],
  provides: IConversations,
  activate: (
    { shell },
    registry: IRenderMimeRegistry,
    { crew, tools, sent }: IAreYouJ,
    restorer: ILayoutRestorer | null
  ) => {
    const rendermime = strict(registry);
    const tabs = new SessionTabs({
      ...{ shell, crew, kind: 'messages', label: (agent: string) => tools.trans.__('%1: messages', agent) },
      make: session => new Messages({ crew, tools, rendermime, sent, session })
    });
    restoreTabs(restorer, Command.openMessages, tabs.tracker, ({ session }) => session);
    return tabs;
  }
};
