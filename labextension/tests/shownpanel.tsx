// The whole side panel on a server for tests, with the commands that its buttons run.

import type { JupyterFrontEnd } from '@jupyterlab/application';
import { RenderMimeRegistry, standardRendererFactories } from '@jupyterlab/rendermime';
import { nullTranslator, TranslationBundle } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import { afterEach } from '@jest/globals';
import { act, render } from '@testing-library/react';

import type { Snapshot } from '../core/api.gen';
import { Crew } from '../core/crew';
import { Queues } from '../core/queues';
import { Tasks } from '../core/tasks';
import { addCommands } from '../src/commands/commands';
import { DocumentContext } from '../src/lab/context';
import { LabServer } from '../src/lab/labserver';
import { Preferences } from '../src/lab/preferences';
import { Panel } from '../src/panel/panel';
import { SentMessages } from '../src/queue/sentmessages';
import type { Tools } from '../src/ui/action';
import { strict } from '../src/ui/markdown';
import { Server } from './server';

/** Its content without the widget around it, which would draw outside of what the testing library watches. */
class BarePanel extends Panel {
  get isVisible(): boolean {
    return this._seen;
  }

  drawn(): JSX.Element {
    return this.render();
  }

  /** Show or hide it, as the application would. */
  turn(seen: boolean): void {
    this._seen = seen;
    MessageLoop.sendMessage(this, seen ? Widget.Msg.AfterShow : Widget.Msg.BeforeHide);
  }

  private _seen = true;
}

/** As bad as a parser can be: all text is HTML to it. */
const MARKDOWN = { render: (text: string) => Promise.resolve(`<p>${text}</p>`) };

const crews: Crew<LabServer>[] = [];
afterEach(() => crews.splice(0).forEach(crew => crew.dispose()));

/** The sessions and agents of a server; disposed of after the test. */
export function crewOf(server: Server): Crew<LabServer> {
  const crew = new Crew(new LabServer(server.settings));
  crews.push(crew);
  return crew;
}

/** All commands; opened: the tabs that were asked for; words: all that is said, with what it is about. */
export function toolsOf(crew: Crew, opened: string[] = [], words: Words = []): Tools {
  const plain = nullTranslator.load('areyouj_jupyter');
  const heard = (text: string, ...about: unknown[]) => {
    words.push([text, about[0]]);
    return plain.__(text, ...about);
  };
  const trans = Object.assign(Object.create(plain) as TranslationBundle, { __: heard });
  const commands = new CommandRegistry();
  const open = (what: string) => Promise.resolve(void opened.push(what));
  addCommands(commands, {
    crew,
    trans,
    context: new DocumentContext({ shell: { currentWidget: null } } as JupyterFrontEnd, null, null, trans),
    showPanel: () => undefined,
    newAgent: () => open('new agent'),
    changeAgent: ({ name }) => open(`settings of ${name}`),
    openLog: ({ id }) => void open(`log of ${id}`),
    openTerminal: id => open(`terminal of ${id}`),
    openMessages: ({ id }) => void open(`messages of ${id}`),
    showTask: id => void open(`task ${id}`)
  });
  return { commands, trans };
}

/** What components say, each time that they are drawn. */
export type Words = [text: string, about: unknown][];

export interface Shown {
  server: Server;
  crew: Crew;
  opened: string[];
  panel: BarePanel;
  words: Words;
}

/** Show the panel of a server that has published a snapshot. */
export async function shownPanel(live: Partial<Snapshot>, answers: Record<string, unknown> = {}): Promise<Shown> {
  const server = new Server({ 'GET tasks': { tasks: [], total: 0 }, ...answers });
  const crew = crewOf(server);
  const opened: string[] = [];
  const words: Words = [];
  const rendermime = strict(
    new RenderMimeRegistry({ initialFactories: standardRendererFactories, markdownParser: MARKDOWN })
  );
  const known = {
    preferences: new Preferences(null),
    queues: new Queues(crew),
    sent: new SentMessages(crew),
    tasks: new Tasks(crew)
  };
  const options = { crew, rendermime, ...known, tools: toolsOf(crew, opened, words) };
  const panel = new BarePanel(options);
  render(panel.drawn());
  await published(server, () => server.snapshot(live));
  return { server, crew, opened, panel, words };
}

/** Publish, and wait until it is drawn. */
export async function published(server: Server, publish: (server: Server) => void): Promise<void> {
  await act(async () => {
    await opened(server);
    publish(server);
    await new Promise(resolve => requestAnimationFrame(resolve)); // it is drawn at most once a frame
    await new Promise(resolve => requestAnimationFrame(resolve));
  });
}

/** Until the browser has asked for a socket. */
export async function opened(server: Server, count = 1): Promise<void> {
  while (server.sockets.length < count) {
    await new Promise(resolve => setTimeout(resolve, 1));
  }
}
