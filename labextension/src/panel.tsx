// The side panel: who is working, who is done, who needs me.

import { ReactWidget, UseSignal } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { ISignal, Signal } from '@lumino/signaling';
import React, { useEffect, useState } from 'react';

import type { Tools } from './action';
import { Announcer } from './announcer';
import type { SpecModel } from './api.gen';
import { Banner } from './banner';
import { Clock } from './clock';
import { areyoujIcon } from './icon';
import { SessionList } from './list';
import type { Crew } from './manager';
import { StartForm } from './startform';
import { StoppedAgents } from './stopped';
import { summary } from './words';

export interface PanelOptions {
  crew: Crew;
  tools: Tools;
  loadSpecs(): Promise<SpecModel[]>;
  /** The folder that the user looks at now. */
  folder(): string;
}

/** Owned by the application's shell. */
export class Panel extends ReactWidget {
  constructor(private _options: PanelOptions) {
    super();
    this.id = 'areyouj-panel';
    this.title.icon = areyoujIcon;
    this.title.caption = 'AreYouJ';
    this.addClass('jp-AreYouJ');
  }

  /** The start form is asked for. */
  get formAsked(): ISignal<this, void> {
    return this._formAsked;
  }

  askForm(): void {
    this._formAsked.emit();
  }

  dispose(): void {
    this._clock.run(false);
    super.dispose();
  }

  protected onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._clock.run(true);
  }

  protected onBeforeHide(message: Message): void {
    this._clock.run(false);
    super.onBeforeHide(message);
  }

  protected render(): JSX.Element {
    return <Content {...this._options} clock={this._clock} formAsked={this._formAsked} />;
  }

  private _clock = new Clock();
  private _formAsked = new Signal<this, void>(this);
}

function Content(props: PanelOptions & { clock: Clock; formAsked: ISignal<Panel, void> }): JSX.Element {
  const { crew, tools, clock, formAsked } = props;
  const { trans } = tools;
  const [form, setForm] = useState(false);
  useEffect(() => {
    const show = () => setForm(true);
    formAsked.connect(show);
    return () => void formAsked.disconnect(show);
  }, [formAsked]);
  return (
    <UseSignal signal={crew.changed}>
      {() => {
        const { sessions, agents, connection } = crew;
        const empty = connection === 'open' && sessions.length + agents.length === 0;
        return (
          <>
            <header className="jp-AreYouJ-header">
              <h2>AreYouJ</h2>
              <button
                type="button"
                className="jp-AreYouJ-button"
                aria-expanded={form || empty}
                onClick={() => setForm(!form)}
              >
                {trans.__('Start agent')}
              </button>
              <p className="jp-AreYouJ-summary">{summary(sessions, trans)}</p>
            </header>
            {connection === 'lost' && <Banner crew={crew} tools={tools} />}
            {empty && (
              <p className="jp-AreYouJ-hint">
                {trans.__('No agents yet. Choose an agent and its project folder, then press Start.')}
              </p>
            )}
            {(form || empty) && (
              <StartForm
                tools={tools}
                loadSpecs={props.loadSpecs}
                folder={props.folder()}
                onDone={() => setForm(false)}
              />
            )}
            <SessionList tools={tools} clock={clock} sessions={sessions} />
            <StoppedAgents tools={tools} agents={agents} sessions={sessions} />
            <Announcer crew={crew} tools={tools} />
          </>
        );
      }}
    </UseSignal>
  );
}
