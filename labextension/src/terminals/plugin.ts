// The plugin of the tabs with terminals.

import { ILayoutRestorer, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { IAgentTerminals, IAreYouJ } from '../lab/tokens';
import { Command } from '../ui/command';
import { restoreTabs } from '../ui/restoretabs';
import { Terminals } from './terminals';

export const terminals: JupyterFrontEndPlugin<IAgentTerminals> = {
  id: 'areyouj-jupyter:terminals',
  description: 'Opens the terminals of agents.',
  autoStart: true,
  requires: [IAreYouJ],
  optional: [ILayoutRestorer, ISettingRegistry, ITranslator],
  provides: IAgentTerminals,
  activate: (
    app,
    { crew }: IAreYouJ,
    restorer: ILayoutRestorer | null,
    registry: ISettingRegistry | null,
    translator: ITranslator | null
  ) => {
    const tabs = new Terminals(app, crew, translator ?? nullTranslator, registry);
    restoreTabs(restorer, Command.openTerminal, tabs.tracker, ({ session }) => session.name);
    return tabs;
  }
};
