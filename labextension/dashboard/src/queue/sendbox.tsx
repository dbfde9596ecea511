// Where a message for one session is written.

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';

import type { SessionModel } from '../../../core/api.gen';
import { pressed } from '../../../core/keys';
import { sendMessage } from '../../../core/restapi';
import { Run, useDesk } from '../desk';
import { freshKey } from '../server/freshkey';
import { trans } from '../translation';

export function SendBox({ session, run }: { session: SessionModel; run: Run }): JSX.Element {
  const { crew } = useDesk();
  const [content, setContent] = useState('');
  const [sending, setSending] = useState(false);
  const key = useRef(freshKey());
  const edit = (text: string) => {
    key.current = freshKey();
    setContent(text);
  };
  const send = async () => {
    if (sending || !content.trim()) {
      return;
    }
    setSending(true);
    if (await run(sendMessage(crew.server, session.id, { content, idempotency_key: key.current }))) {
      edit('');
    }
    setSending(false);
  };
  return (
    <form
      class="line"
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        rows={2}
        aria-label={trans.__('Message for %1', session.agent)}
        placeholder={trans.__('Message (Shift+Enter: new line)')}
        readOnly={sending}
        value={content}
        onInput={event => edit(event.currentTarget.value)}
        onKeyDown={event => {
          if (pressed(event) === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            void send();
          }
        }}
      />
      <button type="submit" class="button" disabled={sending || !content.trim()}>
        {trans.__('Send')}
      </button>
    </form>
  );
}
