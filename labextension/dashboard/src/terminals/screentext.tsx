// What a session's terminal shows, as text: where there is no socket to it, or nothing lives at its other end.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { SessionModel } from '../../../core/api.gen';
import { visible } from '../../../core/harmless';
import { fetchScreen } from '../../../core/restapi';
import { useDesk } from '../desk';
import { trans } from '../translation';

const LOOK_EVERY = 2000; // milliseconds; a change of the screen alone is no event

export function ScreenText({ session, live }: { session: SessionModel; live: boolean }): JSX.Element {
  const { crew } = useDesk();
  const [text, setText] = useState('');
  const { id, agent, status } = session;
  useEffect(() => {
    let asked = false;
    const look = () => {
      if (!asked) {
        asked = true; // one question at a time: a busy kernel shall not find a heap of them
        fetchScreen(crew.server, id)
          .then(screen => setText(screen.lines.map(visible).join('\n')))
          .catch((error: Error) => setText(error.message))
          .finally(() => (asked = false));
      }
    };
    look();
    const timer = live ? setInterval(look, LOOK_EVERY) : 0;
    return () => clearInterval(timer);
  }, [crew.server, id, live, status.since]);
  return (
    <pre class="screen text" tabIndex={0} aria-label={trans.__('Screen of %1', agent)}>
      {text}
    </pre>
  );
}
