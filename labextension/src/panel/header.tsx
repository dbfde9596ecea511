// The panel's head: how many agents are how, and where a new one is started.

import { addIcon, LabIcon } from '@jupyterlab/ui-components';
import React from 'react';

import type { SessionModel } from '../../core/api.gen';
import { GLYPHS, Look, lookWords, totals } from '../../core/words';
import type { Run, Tools } from '../ui/action';
import { Command } from '../ui/command';

export interface HeaderProps {
  tools: Tools;
  run: Run;
  sessions: SessionModel[];
  /** The only look that is listed, if a person asked for that. */
  only: Look | null;
  onOnly(look: Look | null): void;
}

export function Header({ tools, run, sessions, only, onOnly }: HeaderProps): JSX.Element {
  const { trans } = tools;
  return (
    <div className="jp-AreYouJ-header">
      <h2>{trans.__('Agents')}</h2>
      <IconButton icon={addIcon} label={trans.__('New agent')} onClick={() => void run(Command.newAgent)} />
      <div className="jp-AreYouJ-totals" role="group" aria-label={trans.__('Show only some agents')}>
        {totals(sessions).map(([look, count]) => (
          <button
            key={look}
            type="button"
            className="jp-AreYouJ-total"
            data-look={look}
            data-count={count}
            aria-pressed={only === look}
            title={trans.__('Show only these agents')}
            onClick={() => onOnly(only === look ? null : look)}
          >
            <span className="jp-AreYouJ-glyph" aria-hidden="true">
              {GLYPHS[look]}
            </span>
            <b>{count}</b> {lookWords(look, count, trans)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** A button with an icon and a word. */
function IconButton({ icon, label, onClick }: { icon: LabIcon; label: string; onClick(): void }): JSX.Element {
  return (
    <button type="button" className="jp-AreYouJ-button jp-mod-accept" onClick={onClick}>
      <icon.react tag="span" className="jp-AreYouJ-icon" />
      {label}
    </button>
  );
}
