// The plugin that tells a person what happens to the agents.

import type { JupyterFrontEndPlugin } from '@jupyterlab/application';

import { Notices } from './notices';
import { IAgentTerminals, IAreYouJ, IConversations, ISessionTabs } from './tokens';

export const notices: JupyterFrontEndPlugin<void> = {
  id: 'areyouj-jupyter:notices',
  description: 'Notifies of agents that are done, or need a person.',
  autoStart: true,
  requires: [IAreYouJ, IAgentTerminals, IConversations],
  activate: (_, { crew, tools, settings }: IAreYouJ, terminals: IAgentTerminals, conversations: ISessionTabs) => {
    const looksAt = (id: string) => terminals.shows(id) || conversations.shows(id);
    void settings.then(loaded => new Notices(crew, tools, loaded, looksAt));
  }
};
