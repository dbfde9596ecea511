// The icon: a prompt sign and the three lamps of the crew.

import { LabIcon } from '@jupyterlab/ui-components';

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <g class="jp-icon3 jp-icon-selectable" fill="#616161">
    <path d="M3 3h18a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm0 2v14h18V5z"/>
    <path d="M5.4 7.8 6.8 6.4 11 10.6 6.8 14.8 5.4 13.4 8.2 10.6z"/>
    <circle cx="7" cy="17" r="1.3"/><circle cx="12" cy="17" r="1.3"/><circle cx="17" cy="17" r="1.3"/>
  </g>
</svg>`;

export const areyoujIcon = new LabIcon({ name: 'areyouj-jupyter:icon', svgstr: SVG });
