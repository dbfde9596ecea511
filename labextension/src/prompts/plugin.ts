// The plugin that shows the open questions of agents in the outputs of notebooks.

import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';

import { IAreYouJ } from '../lab/tokens';
import { questions } from './question';

export const prompts: JupyterFrontEndPlugin<void> = {
  id: 'areyouj-jupyter:prompts',
  description: 'Answers the questions of agents in notebooks.',
  autoStart: true,
  requires: [IRenderMimeRegistry, IAreYouJ],
  activate: (_, rendermime: IRenderMimeRegistry, { crew, tools }: IAreYouJ) =>
    rendermime.addFactory(questions(crew, tools))
};
