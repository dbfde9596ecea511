// The item in the status bar: how many agents need a person, work, and are done.

import { GroupItem } from '@jupyterlab/statusbar';
import { ReactWidget } from '@jupyterlab/ui-components';
import React from 'react';

import type { Crew } from '../../core/crew';
import { GLYPHS, lookWords, totals } from '../../core/words';
import type { Tools } from '../ui/action';
import { Command } from '../ui/command';
import { useLive } from '../ui/uselive';

/** Owned by the status bar. */
export class StatusItem extends ReactWidget {
  constructor(
    private _crew: Crew,
    private _tools: Tools
  ) {
    super();
    this.addClass('jp-mod-highlighted');
    this.addClass('jp-AreYouJ-status');
  }

  protected render(): JSX.Element {
    return <Content crew={this._crew} tools={this._tools} />;
  }
}

function Content({ crew, tools: { commands, trans } }: { crew: Crew; tools: Tools }): JSX.Element {
  useLive(crew.changed);
  const shown = totals(crew.sessions).slice(0, 3);
  const lost = crew.connection === 'lost';
  const words = shown.map(([look, count]) => lookWords(look, count, trans));
  const said = shown.map(([, count], place) => `${count} ${words[place]}`).join(', ');
  return (
    <button
      type="button"
      title={lost ? trans.__('Agents: reconnecting') : trans.__('Agents: %1', said)}
      data-lost={lost}
      onClick={() => void commands.execute(Command.openPanel)}
    >
      <GroupItem spacing={6}>
        <span className="jp-AreYouJ-heard">{trans.__('Agents:')} </span>
        {shown.map(([look, count], place) => (
          <span key={look} data-look={count ? look : undefined}>
            <span aria-hidden="true">{GLYPHS[look]}</span> {count}
            <span className="jp-AreYouJ-heard">{` ${words[place]}${place < 2 ? ', ' : ''}`}</span>
          </span>
        ))}
      </GroupItem>
    </button>
  );
}
