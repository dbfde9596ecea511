// The icon of a spec: the first letters of its name in a frame. The signs of the programs belong to their makers.

import { LabIcon } from '@jupyterlab/ui-components';

const LETTERS = 2; // one would be the same for too many
const made = new Map<string, LabIcon>();

/** Always the same one for a spec. */
export function specIcon(spec: string): LabIcon {
  const letters = (spec.match(/[\p{L}\p{Nd}]/gu) ?? ['?']).slice(0, LETTERS).join('');
  const icon = made.get(letters) ?? new LabIcon({ name: `areyouj-jupyter:spec-${letters}`, svgstr: drawn(letters) });
  made.set(letters, icon);
  return icon;
}

function drawn(letters: string): string {
  const text = letters.charAt(0).toUpperCase() + letters.slice(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <g class="jp-icon3" fill="#616161">
    <path d="M5 2h14a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3zm0 2a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1V5a1 1 0 0 0-1-1z"/>
    <text x="12" y="16.2" text-anchor="middle" font-family="sans-serif" font-size="12" font-weight="600">${text}</text>
  </g>
</svg>`;
}
