// The question that holds up a Reply of a notebook, answered in the output that shows it.

import { Notification } from '@jupyterlab/apputils';
import { IRenderMime, MimeModel, RenderedMarkdown } from '@jupyterlab/rendermime';
import { ReactWidget } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { Panel } from '@lumino/widgets';
import React from 'react';

import type { SessionModel } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import { visible } from '../../core/harmless';
import { isHeld } from '../../core/held';
import { HeldNote } from '../queue/held';
import type { Run, Tools } from '../ui/action';
import { Clock } from '../ui/clock';
import { PromptCard } from './prompt';

const TYPE = 'application/vnd.areyouj.question+json'; // as in areyouj_jupyter/kernel/replies/reply_status.py
const MARKDOWN = 'text/markdown';
const RANK = 40; // before Markdown, which stands beside it for those who do not know the type
const REFUSAL = 10000; // milliseconds that a refused answer is told

/** What an output tells. The question itself is the server's: no notebook can make one up. */
interface Asked {
  session: string;
  /** The id of the question; absent where it is told why the queue does not move. */
  prompt?: string;
  /** The reason for that, as of `StatusModel.blocked`. */
  held?: string;
  /** What to show above the question, as Markdown. */
  text: string;
}

/** Shows the outputs that name a question. */
export function questions(crew: Crew, tools: Tools): IRenderMime.IRendererFactory {
  return {
    safe: true,
    mimeTypes: [TYPE],
    defaultRank: RANK,
    createRenderer: options => new Question(crew, tools, options)
  };
}

/** While the question is open its choices are buttons, which ask the server and no kernel; otherwise it is Markdown. */
class Question extends Panel implements IRenderMime.IRenderer {
  constructor(
    private _crew: Crew,
    tools: Tools,
    options: IRenderMime.IRendererOptions
  ) {
    super();
    this._text = new RenderedMarkdown({ ...options, mimeType: MARKDOWN });
    this._card = new Card(tools);
    this.addWidget(this._text);
    this.addWidget(this._card);
    this._end = _crew.changed.connect(this._follow);
  }

  dispose(): void {
    this._end();
    super.dispose();
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const { trusted } = model;
    const { text = '' } = told(model);
    this._model = model;
    this._card.session = this._asking();
    const above = new MimeModel({ data: { [MARKDOWN]: text }, trusted });
    await this._text.renderModel(this._card.session ? above : model);
  }

  /** The session that asks this, or whose queue is held by this, as long as that is so. */
  private _asking(): SessionModel | undefined {
    const { session: id = '', prompt, held } = told(this._model);
    const session = this._crew.session(id);
    const asks = prompt && session?.status.prompt?.id === prompt;
    const waits = held && session && isHeld(session) && session.status.blocked === held;
    return asks || waits ? session : undefined;
  }

  /** It has come to be open or is so no more, before the kernel tells; or its page has just heard of the sessions. */
  private _follow = () => {
    if (this._model && !this._card.session !== !this._asking()) {
      void this.renderModel(this._model);
    }
  };

  private _card: Card;
  private _end: () => void;
  private _model?: IRenderMime.IMimeModel;
  private _text: RenderedMarkdown;
}

/** What an output tells; a notebook may hold anything. */
function told(model: IRenderMime.IMimeModel | undefined): Partial<Asked> {
  return (model?.data[TYPE] ?? {}) as Partial<Asked>;
}

/** The card of the sidebar, in an output. */
class Card extends ReactWidget {
  constructor(private _tools: Tools) {
    super();
    this.addClass('jp-AreYouJ');
    this.addClass('jp-AreYouJ-question');
    // JupyterLab's keys are not meant here: `d d` deletes the cell, and Enter goes into it.
    this.node.dataset.lmSuppressShortcuts = 'true'; // which holds for the node itself alone
    this.node.addEventListener('keydown', event => event.stopPropagation());
  }

  /** Whose open question is shown; nothing if undefined. */
  set session(session: SessionModel | undefined) {
    this._session = session;
    if (!session) {
      this._leave();
    }
    this.update();
  }

  get session(): SessionModel | undefined {
    return this._session;
  }

  protected onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this._clock.run(true);
  }

  protected onBeforeDetach(message: Message): void {
    this._clock.run(false);
    this._leave();
    super.onBeforeDetach(message);
  }

  protected render(): JSX.Element | null {
    const prompt = this._session?.status.prompt;
    if (this._session && !prompt) {
      return <HeldNote tools={this._tools} run={this._run} session={this._session} />;
    }
    return this._session && prompt ? (
      <PromptCard
        key={prompt.id}
        tools={this._tools}
        clock={this._clock}
        run={this._run}
        session={this._session}
        prompt={prompt}
      />
    ) : null;
  }

  /** A refusal is told apart from the card, which has gone with its question if somebody else was quicker. */
  private _run: Run = async (command, args) => {
    this._held = this.node.contains(document.activeElement);
    try {
      await this._tools.commands.execute(command, args);
      return true;
    } catch (reason) {
      Notification.error(visible(reason instanceof Error ? reason.message : String(reason)), { autoClose: REFUSAL });
      return false;
    }
  };

  /** Whoever answered here goes on in the cell, unless they are elsewhere by now. */
  private _leave(): void {
    if (this._held && document.activeElement === document.body) {
      this.node.closest<HTMLElement>('.jp-Cell')?.focus({ preventScroll: true });
    }
  }

  private _clock = new Clock();
  private _held = false;
  private _session?: SessionModel;
}
