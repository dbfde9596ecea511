// xterm.js as its authors built it: the kernel sends its text with the widget, and it is run when first needed.

import type { Terminal } from '@xterm/xterm';

import type { Model } from '../widget';

export interface Xterm {
  Terminal: typeof Terminal;
}

let loaded: Promise<Xterm> | undefined;

/** Once per page, however many dashboards it has. */
export function loadXterm(model: Model): Promise<Xterm> {
  loaded ??= run(model.get('_xterm'));
  return loaded;
}

async function run(text: string): Promise<Xterm> {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  try {
    return (await import(url)) as Xterm;
  } finally {
    URL.revokeObjectURL(url);
  }
}
