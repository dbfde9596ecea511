// Where a message for one session is written.

import { UUID } from '@lumino/coreutils';
import React, { useRef, useState } from 'react';

import type { SessionModel } from '../../core/api.gen';
import { pressed } from '../../core/keys';
import type { Run, Tools } from '../ui/action';
import { Command } from '../ui/command';
import { useInputHistory } from './inputhistory';
import type { SentMessages } from './sentmessages';

export interface SendBoxProps {
  tools: Tools;
  run: Run;
  sent: SentMessages;
  session: SessionModel;
}

export function SendBox({ tools, run, sent, session }: SendBoxProps): JSX.Element {
  const { trans } = tools;
  const [content, setContent] = useState('');
  const [sending, setSending] = useState(false);
  // One key per text: after a lost answer the same text sent again is accepted only once.
  const key = useRef(UUID.uuid4());
  const edit = (text: string) => {
    key.current = UUID.uuid4();
    setContent(text);
  };
  const onHistoryKey = useInputHistory(content, edit, () => sent.texts(session.agent));
  const send = async () => {
    if (sending || !content.trim()) {
      return;
    }
    setSending(true);
    if (await run(Command.send, { session: session.id, content, key: key.current })) {
      edit('');
    }
    setSending(false);
  };
  return (
    <form
      className="jp-AreYouJ-send"
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        className="jp-mod-styled"
        rows={2}
        aria-label={trans.__('Message for %1', session.agent)}
        placeholder={trans.__('Message')}
        title={trans.__('Enter to send, Shift+Enter for a new line, ↑ for earlier messages')}
        readOnly={sending}
        value={content}
        onChange={event => edit(event.target.value)}
        onKeyDown={event => {
          if (pressed(event) === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            void send();
          }
          onHistoryKey(event);
        }}
      />
      <button type="submit" className="jp-AreYouJ-button" disabled={sending || !content.trim()}>
        {trans.__('Send')}
      </button>
    </form>
  );
}
