// One connection after the other, for as long as somebody wants it.

const SHORTEST = 500; // milliseconds until the next attempt, after a connection that was open
const LONGEST = 30000; // milliseconds between two vain attempts

/** Only vain attempts are spaced out, and whoever comes back to the page or the network does not wait for the next. */
export class Reconnection {
  /** hold: holds one connection, and resolves at its end to whether it was open. */
  constructor(private _hold: () => Promise<boolean>) {
    window.addEventListener('online', this._again);
    document.addEventListener('visibilitychange', this._again);
    void this._go();
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    window.removeEventListener('online', this._again);
    document.removeEventListener('visibilitychange', this._again);
    this._wake();
  }

  private async _go(): Promise<void> {
    let pause = SHORTEST;
    while (!this._isDisposed) {
      const wasOpen = await this._hold().catch(() => false);
      pause = wasOpen ? SHORTEST : Math.min(2 * pause, LONGEST);
      await this._rest(pause * (0.75 + Math.random() / 2)); // lest all pages come back to a server at once
    }
  }

  private async _rest(pause: number): Promise<void> {
    if (!this._isDisposed) {
      let timer = 0;
      await new Promise<void>(resolve => {
        this._wake = resolve;
        timer = window.setTimeout(resolve, pause);
      });
      window.clearTimeout(timer);
    }
  }

  private _again = () => {
    if (!document.hidden) {
      this._wake();
    }
  };

  private _isDisposed = false;
  private _wake: () => void = () => undefined;
}
