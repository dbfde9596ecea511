// The conversation with a session, and where the next message is written.

import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { Message as LuminoMessage } from '@lumino/messaging';
import React from 'react';

import type { Crew } from '../../core/crew';
import { Thread } from '../../core/thread';
import { HeldNote } from '../queue/held';
import { SendBox } from '../queue/sendbox';
import type { SentMessages } from '../queue/sentmessages';
import { ErrorLine, Run, Tools, useRun } from '../ui/action';
import { see } from '../ui/seen';
import { useLive } from '../ui/uselive';
import { VisibleWidget } from '../ui/visiblewidget';
import { Message } from './message';

export interface MessagesOptions {
  tools: Tools;
  crew: Crew;
  rendermime: IRenderMimeRegistry;
  sent: SentMessages;
  session: string;
}

/** The content of a tab, which owns it. */
export class Messages extends VisibleWidget {
  constructor(private _options: MessagesOptions) {
    super();
    const { crew, session } = _options;
    this._thread = new Thread(crew, session);
    this.addClass('jp-AreYouJ');
    this.addClass('jp-AreYouJ-messages');
    this.node.tabIndex = -1; // so that an activated tab takes the focus
    this.node.addEventListener('focusin', this._see);
    this._end = crew.changed.connect(this._see);
  }

  get session(): string {
    return this._options.session;
  }

  dispose(): void {
    this._end();
    this._thread.dispose();
    super.dispose();
  }

  protected onActivateRequest(message: LuminoMessage): void {
    super.onActivateRequest(message);
    (this.node.querySelector('textarea') ?? this.node).focus();
  }

  protected content(): JSX.Element {
    return <Content {...this._options} thread={this._thread} />;
  }

  private _end: () => void;
  private _see = () => see(this._options.crew, this.session, this.node);
  private _thread: Thread;
}

function Content({ tools, crew, sent, rendermime, thread }: MessagesOptions & { thread: Thread }): JSX.Element {
  const { trans } = tools;
  const [run, error] = useRun(tools);
  useLive(thread.changed);
  const { messages, problem } = thread;
  return (
    <>
      {/* Reversed, so that it keeps to its end while something comes. */}
      <div className="jp-AreYouJ-scroll" tabIndex={0} aria-label={trans.__('Conversation')}>
        <div role="log" aria-label={trans.__('Messages')}>
          {thread.more && (
            <button type="button" className="jp-AreYouJ-button" onClick={() => thread.earlier()}>
              {trans.__('Earlier messages')}
            </button>
          )}
          {messages.length === 0 && !problem && <p className="jp-AreYouJ-hint">{trans.__('No messages yet.')}</p>}
          {messages.map(message => (
            <Message key={message.id} tools={tools} run={run} rendermime={rendermime} message={message} />
          ))}
        </div>
      </div>
      <ErrorLine text={error || problem} />
      <Reply tools={tools} run={run} crew={crew} sent={sent} session={thread.session} />
    </>
  );
}

/** Where one writes to a session that lives. It alone is drawn for each event of any session. */
function Reply(props: { tools: Tools; run: Run; crew: Crew; sent: SentMessages; session: string }): JSX.Element | null {
  const { tools, run, crew, sent } = props;
  useLive(crew.changed);
  const session = crew.session(props.session);
  return session ? (
    <>
      <HeldNote tools={tools} run={run} session={session} />
      {session.status.state !== 'exited' && <SendBox tools={tools} run={run} sent={sent} session={session} />}
    </>
  ) : null;
}
