// The side panel: who is working, who is done, who needs me.

import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { Message } from '@lumino/messaging';
import { ISignal, Signal } from '@lumino/signaling';
import React, { useState } from 'react';

import { OtherServer } from '../../core/components/otherserver';
import type { Crew } from '../../core/crew';
import type { Queues } from '../../core/queues';
import type { Tasks } from '../../core/tasks';
import { Look, look } from '../../core/words';
import { FilterBar, passes } from '../agents/filter';
import { SessionList } from '../agents/list';
import { StoppedAgents } from '../agents/stopped';
import type { LabServer } from '../lab/labserver';
import type { Preferences } from '../lab/preferences';
import { NeedsYou } from '../prompts/needs';
import type { SentMessages } from '../queue/sentmessages';
import { TaskSection } from '../tasks/tasksection';
import { ErrorLine, Tools, useRun } from '../ui/action';
import { Clock } from '../ui/clock';
import { areyoujIcon } from '../ui/icon';
import { Section } from '../ui/section';
import { useLive } from '../ui/uselive';
import { VisibleWidget } from '../ui/visiblewidget';
import { Announcer } from './announcer';
import { Banner } from './banner';
import { Header } from './header';

export interface PanelOptions {
  crew: Crew<LabServer>;
  preferences: Preferences;
  queues: Queues;
  sent: SentMessages;
  tasks: Tasks;
  /** For what agents and tasks say. */
  rendermime: IRenderMimeRegistry;
  tools: Tools;
}

/** Owned by the application's shell. */
export class Panel extends VisibleWidget {
  constructor(private _options: PanelOptions) {
    super();
    this.id = 'areyouj-panel';
    this.title.icon = areyoujIcon;
    this.title.caption = 'AreYouJ';
    this.addClass('jp-AreYouJ');
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', 'AreYouJ');
    this.node.tabIndex = -1; // so that whoever asks for the panel by a key is in it
  }

  showTask(id: string): void {
    this._taskShown.emit(id);
  }

  dispose(): void {
    this._clock.run(false);
    super.dispose();
  }

  protected onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this.node.focus();
  }

  protected onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._clock.run(true);
  }

  protected onBeforeHide(message: Message): void {
    this._clock.run(false);
    super.onBeforeHide(message);
  }

  protected content(): JSX.Element {
    return <Content {...this._options} clock={this._clock} shown={this._taskShown} />;
  }

  private _clock = new Clock();
  private _taskShown = new Signal<this, string>(this);
}

function Content(props: PanelOptions & { clock: Clock; shown: ISignal<Panel, string> }): JSX.Element {
  const { crew, preferences, queues, sent, tasks, tools, rendermime, clock, shown: asked } = props;
  const { trans } = tools;
  const [run, error] = useRun(tools);
  const [only, setOnly] = useState<Look | null>(null);
  const [wanted, setWanted] = useState('');
  useLive(crew.changed);
  useLive(preferences.changed);
  const { sessions, agents, connection, owner } = crew;
  const shown = sessions.filter(session => passes(session, wanted) && (!only || look(session.status) === only));
  const byProject = preferences.choices.byProject === true;
  const empty = connection === 'open' && !owner && sessions.length + agents.length === 0;
  return (
    <>
      <Header tools={tools} run={run} sessions={sessions} only={only} onOnly={setOnly} />
      <ErrorLine text={error} />
      {connection === 'lost' && <Banner crew={crew} tools={tools} />}
      {connection === 'open' && owner && <OtherServer className="jp-AreYouJ-banner" owner={owner} trans={trans} />}
      {empty && <p className="jp-AreYouJ-hint">{trans.__('No agents yet. Press “New agent” to start one.')}</p>}
      <NeedsYou tools={tools} clock={clock} sessions={sessions} />
      {sessions.length > 0 && (
        <Section title={trans.__('Running')} count={sessions.length}>
          <FilterBar
            {...{ tools, byProject }}
            value={wanted}
            onChange={setWanted}
            onByProject={on => preferences.keep({ byProject: on })}
          />
          <SessionList {...{ tools, clock, queues, sent, byProject }} sessions={shown} />
          {shown.length === 0 && <p className="jp-AreYouJ-hint">{trans.__('No matching agents')}</p>}
        </Section>
      )}
      <StoppedAgents
        tools={tools}
        elsewhere={owner !== null}
        agents={crew.stopped.filter(agent => passes(agent, wanted))}
      />
      <TaskSection tools={tools} crew={crew} tasks={tasks} rendermime={rendermime} shown={asked} />
      <Announcer crew={crew} tools={tools} />
    </>
  );
}
