// How terminals are drawn where there is no graphics card.

import type { Terminal } from '@jupyterlab/terminal';

/** What browsers call the programs that imitate a graphics card: of Chromium, Mesa and Windows. */
const IMITATIONS = /SwiftShader|llvmpipe|softpipe|Basic Render/;

let imitated: boolean | undefined;

/** A terminal that is ready, and drawn without WebGL where the browser would but imitate it, which takes far longer. */
export async function drawn(terminal: Terminal): Promise<void> {
  await terminal.ready;
  imitated ??= IMITATIONS.test(graphics());
  if (imitated) {
    await withoutWebGL(terminal).catch(() => undefined); // it is slow then, no more
  }
}

/** The renderer that JupyterLab takes where there is no WebGL; its choice cannot be set. */
async function withoutWebGL(terminal: Terminal): Promise<void> {
  const { CanvasAddon } = await import('@xterm/addon-canvas');
  const xterm = terminal['_term'] as { loadAddon(addon: object): void };
  xterm.loadAddon(new CanvasAddon());
}

/** What WebGL draws with; empty if there is none. */
function graphics(): string {
  const gl = document.createElement('canvas').getContext('webgl');
  const names = gl?.getExtension('WEBGL_debug_renderer_info');
  return names ? String(gl?.getParameter(names.UNMASKED_RENDERER_WEBGL)) : '';
}
