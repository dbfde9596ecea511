// How terminals are drawn: without WebGL where it is imitated.

import type { Terminal } from '@jupyterlab/terminal';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

jest.mock('@xterm/addon-canvas', () => ({ CanvasAddon: class CanvasAddon {} }));

let loaded: string[];

beforeEach(() => {
  loaded = [];
  jest.resetModules(); // it asks once
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Show a terminal in a browser whose WebGL has this name; null: it has none. */
async function show(graphics: string | null, xterm: object | undefined = { loadAddon }): Promise<void> {
  const gl = { getExtension: () => ({ UNMASKED_RENDERER_WEBGL: 1 }), getParameter: () => graphics };
  const context = graphics === null ? null : gl;
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
  const { drawn } = await import('../../src/terminals/renderer');
  await drawn({ ready: Promise.resolve(), _term: xterm } as unknown as Terminal);
}

function loadAddon(addon: object): void {
  loaded.push(addon.constructor.name);
}

test.each([
  ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)', ['CanvasAddon']],
  ['llvmpipe (LLVM 15.0.6, 256 bits)', ['CanvasAddon']],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)', ['CanvasAddon']],
  ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)', []],
  [null, []]
])('a browser that draws with %s', async (graphics, wanted) => {
  await show(graphics);
  expect(loaded).toEqual(wanted);
});

test('a terminal that is made otherwise is shown as it is', async () => {
  await show('SwiftShader', {});
  expect(loaded).toEqual([]);
});
