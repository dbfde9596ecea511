// The colours of a terminal: those of the page's theme.

import type { ITheme } from '@xterm/xterm';

/** As the page's theme is now. */
export function palette(node: Element): ITheme {
  const style = getComputedStyle(node);
  const colour = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  const background = colour('--jp-layout-color0', '#ffffff');
  const foreground = colour('--jp-ui-font-color0', '#000000');
  return {
    background,
    foreground,
    cursor: foreground,
    cursorAccent: background,
    selectionBackground: colour('--jp-editor-selected-focused-background', '#8caaff80'),
    ...(isLight() ? LIGHT : {})
  };
}

/** Call `apply` whenever the page's theme changes; what is returned ends it. */
export function onTheme(apply: () => void): () => void {
  const observer = new MutationObserver(apply);
  observer.observe(document.body, { attributes: true, attributeFilter: ['data-jp-theme-name', 'data-jp-theme-light'] });
  return () => observer.disconnect();
}

function isLight(): boolean {
  return document.body.dataset.jpThemeLight !== 'false';
}

// xterm.js's own colours are made for a dark ground; these have a contrast of 4.5 or more on white.
const LIGHT: ITheme = {
  black: '#24292f',
  red: '#b3261e',
  green: '#116329',
  yellow: '#7d4e00',
  blue: '#0550ae',
  magenta: '#8250df',
  cyan: '#0f6674',
  white: '#57606a',
  brightBlack: '#57606a',
  brightRed: '#a40e26',
  brightGreen: '#1a7f37',
  brightYellow: '#633c01',
  brightBlue: '#0969da',
  brightMagenta: '#7a3fd0',
  brightCyan: '#19717f',
  brightWhite: '#42494f'
};
