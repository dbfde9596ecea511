// The front end of areyouj.Dashboard(), as anywidget loads it.

import xtermStyle from '@xterm/xterm/css/xterm.css';
import { render as draw } from 'preact';

import { Crew } from './crew';
import { Dashboard } from './dashboard';
import { findServer } from './server';
import style from './style.css';
import type { Widget } from './widget';

/** One crew for all views of a model; each view in a shadow root, so that the page's styles and ours never meet. */
export default function widget(): Widget {
  let crew: Promise<Crew>;
  return {
    initialize({ model }) {
      crew = findServer(model).then(server => new Crew(server));
      return () => void crew.then(found => found.dispose());
    },
    render({ model, el }) {
      const host = el.appendChild(document.createElement('div'));
      host.dataset.lmSuppressShortcuts = 'true'; // JupyterLab's keys (`d d` deletes a cell) are not meant here
      host.dataset.jpSuppressContextMenu = 'true';
      const root = host.attachShadow({ mode: 'open' });
      root.append(sheet(xtermStyle + style));
      const place = root.appendChild(document.createElement('div'));
      const hiding = document.head.appendChild(sheet(hidden(model.get('still'))));
      void crew.then(found => draw(<Dashboard crew={found} model={model} />, place));
      return () => {
        draw(null, place);
        hiding.remove();
      };
    }
  };
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
