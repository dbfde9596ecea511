// A session's terminal.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import type { SessionModel } from '../../../core/api.gen';
import { useDesk } from '../desk';
import { trans } from '../translation';
import { Attachment } from './attachment';
import { loadXterm } from './xterm';

/** Attached while it is mounted. */
export function TerminalView({ session }: { session: SessionModel }): JSX.Element {
  const { crew, model } = useDesk();
  const [problem, setProblem] = useState('');
  const host = useRef<HTMLDivElement>(null);
  const { id, agent } = session;
  useEffect(() => {
    let attachment: Attachment | undefined;
    let gone = false;
    loadXterm(model).then(
      xterm => {
        if (!gone && host.current) {
          attachment = new Attachment(xterm, crew.server, id, host.current, () => leave(host.current));
        }
      },
      (error: Error) => setProblem(trans.__('Could not display the terminal: %1', error.message))
    );
    return () => {
      gone = true;
      attachment?.dispose();
    };
  }, [crew.server, id, model]);
  return (
    <div class="screen" role="group" aria-label={trans.__('Terminal of %1 (F6 to leave)', agent)}>
      {problem ? <p class="hint">{problem}</p> : <div class="xterm-host" ref={host} />}
    </div>
  );
}

/** Back to the tab, from where Tab leads on. */
function leave(host: HTMLElement | null): void {
  const root = host?.getRootNode() as ShadowRoot | undefined;
  root?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
}
