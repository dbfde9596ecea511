// The item in the status bar: how many agents need a person, work, and are done.

import { GroupItem, TextItem } from '@jupyterlab/statusbar';
import { ReactWidget } from '@jupyterlab/ui-components';
import React from 'react';

import type { Tools } from './action';
import { Command } from './command';
import { useLive } from './live';
import type { Crew } from './manager';
import { GLYPHS, lookWords, totals } from './words';

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
  const words = shown.map(([look, count]) => `${count} ${lookWords(look, count, trans)}`).join(', ');
  const title = lost ? trans.__('Agents: reconnecting') : trans.__('Agents: %1', words);
  return (
    <button
      type="button"
      title={title}
      aria-label={title}
      data-lost={lost}
      onClick={() => void commands.execute(Command.openPanel)}
    >
      <GroupItem spacing={6}>
        {shown.map(([look, count]) => (
          <TextItem key={look} data-look={count ? look : undefined} source={`${GLYPHS[look]} ${count}`} />
        ))}
      </GroupItem>
    </button>
  );
}
