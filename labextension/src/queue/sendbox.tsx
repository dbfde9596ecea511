// Where a message for one session is written; the arrow keys bring back earlier ones.

import { UUID } from '@lumino/coreutils';
import React from 'react';

import type { SessionModel } from '../../core/api.gen';
import { useDraft } from '../../core/components/draft';
import { SendBox as Box } from '../../core/components/sendbox';
import type { Run, Tools } from '../ui/action';
import { classOf } from '../ui/classof';
import { Command } from '../ui/command';
import { useInputHistory } from './inputhistory';
import type { SentMessages } from './sentmessages';

export interface SendBoxProps {
  tools: Tools;
  run: Run;
  sent: SentMessages;
  session: SessionModel;
}

export function SendBox({ tools: { trans }, run, sent, session }: SendBoxProps): JSX.Element {
  const { id, agent } = session;
  const draft = useDraft(UUID.uuid4, (content, key) => run(Command.send, { session: id, content, key }));
  const onKey = useInputHistory(draft.content, draft.edit, () => sent.texts(agent));
  return (
    <Box
      {...{ trans, classOf, agent, draft, onKey }}
      className="jp-AreYouJ-send"
      placeholder={trans.__('Message')}
      title={trans.__('Enter to send, Shift+Enter for a new line, ↑ for earlier messages')}
    />
  );
}
