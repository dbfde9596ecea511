// The button behind a thing that opens its menu.

import { ellipsesIcon } from '@jupyterlab/ui-components';
import React from 'react';

import type { Tools } from './action';
import { Entry, openMenuBelow } from './menu';

/** entries: asked for when it is pressed, since they may depend on more than what draws the button. */
export function MenuButton(props: { tools: Tools; about: string; entries(): readonly Entry[] }): JSX.Element {
  const { tools, about, entries } = props;
  return (
    <button
      type="button"
      className="jp-AreYouJ-more"
      aria-haspopup="menu"
      aria-label={tools.trans.__('More about %1', about)}
      onClick={event => openMenuBelow(tools.commands, entries(), event.currentTarget)}
    >
      <ellipsesIcon.react tag="span" />
    </button>
  );
}
