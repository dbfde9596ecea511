// AreYouJ in JupyterLab: its plugins.

import { commands } from './commands/plugin';
import { conversations } from './conversation/plugin';
import { launcher } from './lab/launcherplugin';
import { notices } from './lab/noticesplugin';
import { areyouj } from './lab/plugin';
import { running } from './lab/runningplugin';
import { status } from './lab/statusplugin';
import { panel } from './panel/plugin';
import { prompts } from './prompts/plugin';
import { logs } from './terminals/logplugin';
import { terminals } from './terminals/plugin';

export { IAreYouJ } from './lab/tokens'; // the rest is reached by commands

export default [
  ...[areyouj, prompts, terminals, conversations, logs, panel, commands],
  ...[running, status, notices, launcher]
];
