// Where a message for one session is written.

import type { JSX } from 'preact';

import type { SessionModel } from '../../../core/api.gen';
import { useDraft } from '../../../core/components/draft';
import { SendBox as Box } from '../../../core/components/sendbox';
import { sendMessage } from '../../../core/restapi';
import { classOf } from '../classof';
import { Run, useDesk } from '../desk';
import { freshKey } from '../server/freshkey';
import { trans } from '../translation';

export function SendBox({ session, run }: { session: SessionModel; run: Run }): JSX.Element {
  const { server } = useDesk().crew;
  const { id, agent } = session;
  const draft = useDraft(freshKey, (content, key) => run(sendMessage(server, id, { content, idempotency_key: key })));
  return (
    <Box
      {...{ trans, classOf, agent, draft }}
      className="line"
      placeholder={trans.__('Message (Shift+Enter: new line)')}
    />
  );
}
