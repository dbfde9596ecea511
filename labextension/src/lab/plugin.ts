// The plugin that knows the agents; all others need it.

import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { Crew } from '../../core/crew';
import { SentMessages } from '../queue/sentmessages';
import { LabServer } from './labserver';
import { Preferences } from './preferences';
import { loadSettings } from './settings';
import { IAreYouJ, PLUGIN } from './tokens';

export const areyouj: JupyterFrontEndPlugin<IAreYouJ> = {
  id: PLUGIN,
  description: 'Lists the coding agents and what they are doing, live.',
  autoStart: true,
  optional: [ISettingRegistry, IStateDB, ITranslator],
  provides: IAreYouJ,
  activate: (
    { commands, serviceManager },
    registry: ISettingRegistry | null,
    stateDB: IStateDB | null,
    translator: ITranslator | null
  ) => {
    const crew = new Crew(new LabServer(serviceManager.serverSettings));
    return {
      crew,
      tools: { commands, trans: (translator ?? nullTranslator).load('areyouj_jupyter') },
      preferences: new Preferences(stateDB),
      sent: new SentMessages(crew),
      settings: loadSettings(registry, PLUGIN)
    };
  }
};
