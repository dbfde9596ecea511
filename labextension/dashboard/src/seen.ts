// When a person has seen what a session did.

import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';

import type { SessionModel } from '../../core/api.gen';
import { markSeen } from '../../core/restapi';
import { useDesk } from './desk';

/** A way to note it; whoever opens the tab of a session sees it, and whoever is in the tab then. */
export function useSeen(
  { id, status }: SessionModel,
  shown: boolean,
  panel: RefObject<HTMLElement | null>
): () => void {
  const { server } = useDesk().crew;
  const wasShown = useRef(false);
  const unseen = status.state === 'idle' && !status.seen;
  const see = useCallback(() => {
    if (unseen) {
      void markSeen(server, id).catch(() => undefined); // it has ended meanwhile
    }
  }, [server, id, unseen]);
  useEffect(() => {
    if (shown && (!wasShown.current || hasFocus(panel.current))) {
      see();
    }
    wasShown.current = shown;
  }, [shown, see, panel]);
  return see;
}

/** Whether a person is at it: what is done before their eyes is seen. */
function hasFocus(panel: HTMLElement | null): boolean {
  const root = panel?.getRootNode() as ShadowRoot | undefined;
  return document.hasFocus() && !!panel?.contains(root?.activeElement ?? null);
}
