// What happened to a session, as a table that grows at its end.

import { ReactWidget } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { Debouncer } from '@lumino/polling';
import React from 'react';

import type { LogEntry } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import { visible } from '../../core/harmless';
import { fetchLog } from '../../core/restapi';
import { ErrorLine, Tools } from '../ui/action';

const SOON = 300; // milliseconds after the last of several events

/** The content of a tab, which owns it. */
export class LogView extends ReactWidget {
  constructor(
    private _crew: Crew,
    private _tools: Tools,
    readonly session: string
  ) {
    super();
    this.addClass('jp-AreYouJ');
    this.addClass('jp-AreYouJ-messages');
    this._ends = [
      _crew.moved.connect(({ after }) => this._onNews(after.id)),
      _crew.said.connect(message => this._onNews(message.session_id)),
      _crew.refreshed.connect(() => this._renew())
    ];
  }

  dispose(): void {
    this._ends.forEach(end => end());
    this._fetching.dispose();
    super.dispose();
  }

  protected onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this.node.querySelector<HTMLElement>('.jp-AreYouJ-scroll')?.focus();
  }

  protected onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this._renew();
  }

  protected onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._renew();
  }

  protected render(): JSX.Element {
    const { trans } = this._tools;
    const heads = [trans.__('Time'), trans.__('What'), trans.__('How'), trans.__('Why')];
    return (
      <>
        <div className="jp-AreYouJ-scroll" role="region" tabIndex={0} aria-label={trans.__('Log')}>
          <div>
            <table className="jp-AreYouJ-log">
              <thead>
                <tr>
                  {heads.map(head => (
                    <th key={head}>{head}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {this._entries.map((entry, place) => (
                  <Line key={place} entry={entry} />
                ))}
              </tbody>
            </table>
          </div>
        </div>
        <ErrorLine text={this._problem} />
      </>
    );
  }

  private _onNews(session: string): void {
    if (session === this.session) {
      this._renew();
    }
  }

  /** Nothing is fetched for a tab that nobody sees; it is once it is shown. */
  private _renew(): void {
    if (this.isVisible) {
      void this._fetching.invoke().catch(() => undefined); // it was disposed of
    }
  }

  /** What is there stays where nothing can be fetched. */
  private async _fetch(): Promise<void> {
    try {
      this._entries = (await fetchLog(this._crew.server, this.session)).entries;
      this._problem = '';
    } catch (error) {
      this._problem = error instanceof Error ? error.message : String(error);
    }
    this.update();
  }

  private _ends: (() => void)[];
  private _entries: LogEntry[] = [];
  private _fetching = new Debouncer(() => this._fetch(), SOON);
  private _problem = '';
}

function Line({ entry: { at, kind, text, detail } }: { entry: LogEntry }): JSX.Element {
  const time = new Date(at * 1000);
  return (
    <tr data-kind={kind}>
      <td>
        <time dateTime={time.toISOString()} title={time.toLocaleString()}>
          {time.toLocaleTimeString([], { hour12: false })}
        </time>
      </td>
      <td>{kind}</td>
      <td>{visible(text)}</td>
      <td>{visible(detail)}</td>
    </tr>
  );
}
