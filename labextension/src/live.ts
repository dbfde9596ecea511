// How components follow the state.

import { useEffect, useReducer } from 'react';

import type { Signal } from '../core/signal';

/** Draw again after a signal, at most once a frame, however often it is emitted; not at all in a hidden page. */
export function useLive(signal: Signal): void {
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
    const end = signal.connect(ask);
    ask(); // what came between drawing and now
    return () => {
      end();
      window.cancelAnimationFrame(frame);
    };
  }, [signal]);
}
