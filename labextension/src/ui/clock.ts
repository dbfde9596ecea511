// One timer for all elapsed times; it runs only while someone can see them.

import { ISignal, Signal } from '@lumino/signaling';

export class Clock {
  get ticked(): ISignal<this, void> {
    return this._ticked;
  }

  /** Seconds since the epoch. */
  now(): number {
    return Date.now() / 1000;
  }

  run(on: boolean): void {
    window.clearInterval(this._timer);
    if (on) {
      this._ticked.emit();
      this._timer = window.setInterval(() => document.hidden || this._ticked.emit(), 1000);
    }
  }

  private _ticked = new Signal<this, void>(this);
  private _timer = 0;
}
