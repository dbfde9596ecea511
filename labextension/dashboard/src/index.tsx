// The front end of areyouj.Dashboard(), as anywidget loads it.

import xtermStyle from '@xterm/xterm/css/xterm.css';
import { render as draw } from 'preact';

import { Crew } from '../../core/crew';
import { Queues } from '../../core/queues';
import { Tasks } from '../../core/tasks';
import { Dashboard } from './dashboard';
import type { Known } from './desk';
import { findServer } from './server/findserver';
import type { Server } from './server/server';
import { style } from './style/index';
import type { Widget } from './widget';

/** One state for all views of a model; each view in a shadow root, so that the page's styles and ours never meet. */
export default function widget(): Widget {
  let known: Promise<Known>;
  return {
    initialize({ model }) {
      known = findServer(model).then(know);
      return () => void known.then(({ crew }) => crew.dispose());
    },
    render({ model, el }) {
      const host = el.appendChild(document.createElement('div'));
      host.className = 'areyouj-dashboard'; // by which the sidebar knows what is before a person's eyes
      host.dataset.lmSuppressShortcuts = 'true'; // JupyterLab's keys (`d d` deletes a cell) are not meant here
      host.dataset.jpSuppressContextMenu = 'true';
      const root = host.attachShadow({ mode: 'open' });
      root.append(sheet(xtermStyle + style));
      const place = root.appendChild(document.createElement('div'));
      const hiding = document.head.appendChild(sheet(hidden(model.get('still'))));
      void known.then(found => draw(<Dashboard {...found} model={model} />, place));
      return () => {
        draw(null, place);
        hiding.remove();
      };
    }
  };
}

function know(server: Server): Known {
  const crew = new Crew(server);
  return { crew, queues: new Queues(crew), tasks: new Tasks(crew) };
}

function sheet(text: string): HTMLStyleElement {
  const node = document.createElement('style');
  node.textContent = text;
  return node;
}

/** What the kernel showed for readers without one gives place to what lives. */
function hidden(id: string): string {
  return `#${id}, .jp-OutputArea-child:has(> * #${id}) { display: none; }`;
}
