// The plugin of the tabs with logs.

import { ILayoutRestorer, JupyterFrontEndPlugin } from '@jupyterlab/application';

import { IAreYouJ, ISessionLogs, ISessionTabs } from '../lab/tokens';
import { Command } from '../ui/command';
import { restoreTabs } from '../ui/restoretabs';
import { SessionTabs } from '../ui/sessiontabs';
import { LogView } from './logview';

export const logs: JupyterFrontEndPlugin<ISessionTabs> = {
  id: 'areyouj-jupyter:logs',
  description: 'Opens the logs of agents.',
  autoStart: true,
  requires: [IAreYouJ],
  optional: [ILayoutRestorer],
  provides: ISessionLogs,
  activate: ({ shell }, { crew, tools }: IAreYouJ, restorer: ILayoutRestorer | null) => {
    const tabs = new SessionTabs({
      ...{ shell, crew, kind: 'log', label: (agent: string) => tools.trans.__('%1: log', agent) },
      make: session => new LogView(crew, tools, session)
    });
    restoreTabs(restorer, Command.openLog, tabs.tracker, ({ session }) => session);
    return tabs;
  }
};
