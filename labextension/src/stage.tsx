// Widgets that draw only while a person can see them.

import { ReactWidget } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { ISignal, Signal } from '@lumino/signaling';
import React, { createContext, ReactNode } from 'react';

/** Where a component stands. */
export interface Stage {
  /** Whether it can be seen. */
  readonly isVisible: boolean;
  /** It can be seen again. */
  readonly shown: ISignal<unknown, void> | null;
}

/** Nobody knows, so it may be seen at any time. */
export const OnStage = createContext<Stage>({ isVisible: true, shown: null });

/** What follows a signal in it (`useLive`) is drawn when the widget is shown, and not before. */
export abstract class StageWidget extends ReactWidget implements Stage {
  get shown(): ISignal<this, void> {
    return this._shown;
  }

  dispose(): void {
    Signal.clearData(this);
    super.dispose();
  }

  protected onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._shown.emit();
  }

  protected render(): JSX.Element {
    return <OnStage.Provider value={this}>{this.content()}</OnStage.Provider>;
  }

  protected abstract content(): ReactNode;

  private _shown = new Signal<this, void>(this);
}
