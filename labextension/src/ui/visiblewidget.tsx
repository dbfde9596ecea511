// Widgets that draw only while a person can see them.

import { ReactWidget } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { ISignal, Signal } from '@lumino/signaling';
import React, { createContext, ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Where a component stands. */
export interface Visibility {
  /** Whether it can be seen. */
  readonly isVisible: boolean;
  /** It can be seen again. */
  readonly shown: ISignal<unknown, void> | null;
}

/** Nobody knows, so it may be seen at any time. */
export const VisibilityContext = createContext<Visibility>({ isVisible: true, shown: null });

/** What follows a signal in it (`useLive`) is drawn when the widget is shown, before anyone can act on it. */
export abstract class VisibleWidget extends ReactWidget implements Visibility {
  get shown(): ISignal<this, void> {
    return this._shown;
  }

  dispose(): void {
    Signal.clearData(this);
    super.dispose();
  }

  protected onAfterShow(message: Message): void {
    super.onAfterShow(message);
    flushSync(() => this._shown.emit()); // whoever shows it may put the focus on what has to be drawn first
  }

  protected render(): JSX.Element {
    return (
      <VisibilityContext.Provider value={this}>
        <OnceVisible visibility={this}>{this.content()}</OnceVisible>
      </VisibilityContext.Provider>
    );
  }

  protected abstract content(): ReactNode;

  private _shown = new Signal<this, void>(this);
}

/** Nothing is there before the first time that somebody sees it. */
function OnceVisible({ visibility, children }: { visibility: VisibleWidget; children: ReactNode }): JSX.Element {
  const [wasVisible, setWasVisible] = useState(visibility.isVisible);
  useEffect(() => {
    const note = () => setWasVisible(before => before || visibility.isVisible);
    visibility.shown.connect(note);
    note(); // it may have been shown since it was drawn
    return () => void visibility.shown.disconnect(note);
  }, [visibility]);
  return <>{wasVisible && children}</>;
}
