// How components follow the state.

import { useContext, useEffect, useReducer } from 'react';

import type { Signal } from '../../core/signal';
import { VisibilityContext } from './visiblewidget';

/**
 * Draw again after a signal, at most once a frame, however often it is emitted; not at all in a hidden page or widget,
 * but at once when that is shown.
 */
export function useLive(signal: Signal): void {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const visibility = useContext(VisibilityContext);
  useEffect(() => {
    let frame = 0;
    const ask = () => {
      if (visibility.isVisible && !frame) {
        frame = window.requestAnimationFrame(() => {
          frame = 0;
          draw();
        });
      }
    };
    const end = signal.connect(ask);
    visibility.shown?.connect(draw);
    ask(); // what came between drawing and now
    return () => {
      end();
      visibility.shown?.disconnect(draw);
      window.cancelAnimationFrame(frame);
    };
  }, [signal, visibility]);
}
