// How components follow the state.

import type { ISignal } from '@lumino/signaling';
import { useEffect, useReducer } from 'react';

/** Draw again after a signal, at most once a frame, however often it is emitted; not at all in a hidden page. */
export function useLive<Sender>(signal: ISignal<Sender, unknown>): void {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let frame = 0;
    const ask = () => {
      frame =
        frame ||
        window.requestAnimationFrame(() => {
          frame = 0;
          draw();
        });
    };
    signal.connect(ask);
    ask(); // what came between drawing and now
    return () => {
      signal.disconnect(ask);
      window.cancelAnimationFrame(frame);
    };
  }, [signal]);
}
