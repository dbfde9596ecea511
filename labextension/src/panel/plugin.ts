// The plugin of the side panel.

import { ILayoutRestorer, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';

import { Queues } from '../../core/queues';
import { Tasks } from '../../core/tasks';
import { IAgentPanel, IAreYouJ } from '../lab/tokens';
import { strict } from '../ui/markdown';
import { Panel } from './panel';

export const panel: JupyterFrontEndPlugin<IAgentPanel> = {
  id: 'areyouj-jupyter:panel',
  description: 'Shows the agents in the sidebar.',
  autoStart: true,
  requires: [IRenderMimeRegistry, IAreYouJ],
  optional: [ILayoutRestorer],
  provides: IAgentPanel,
  activate: (
    { shell },
    rendermime: IRenderMimeRegistry,
    { crew, tools, preferences, sent }: IAreYouJ,
    restorer: ILayoutRestorer | null
  ) => {
    const known = { queues: new Queues(crew), tasks: new Tasks(crew), sent, preferences };
    const widget = new Panel({ crew, tools, ...known, rendermime: strict(rendermime) });
    shell.add(widget, 'left', { rank: 600, type: 'AreYouJ' });
    restorer?.add(widget, widget.id);
    return { show: () => shell.activateById(widget.id), showTask: id => widget.showTask(id) };
  }
};
