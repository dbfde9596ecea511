// The dashboard's style: a file for each noun, in the order in which they hold.

import agentform from './agentform.css';
import agenttab from './agenttab.css';
import controls from './controls.css';
import conversation from './conversation.css';
import ground from './ground.css';
import markdown from './markdown.css';
import overview from './overview.css';
import parts from './parts.css';
import prompt from './prompt.css';
import queue from './queue.css';
import screen from './screen.css';
import tabbar from './tabbar.css';
import tasklist from './tasklist.css';

export const style = [
  ground,
  tabbar,
  parts,
  controls,
  prompt,
  agenttab,
  screen,
  conversation,
  markdown,
  queue,
  overview,
  agentform,
  tasklist
].join('\n');
