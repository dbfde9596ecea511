// What reaches a person who looks elsewhere: a notification of the browser, and a sound.

import type { TranslationBundle } from '@jupyterlab/translation';
import { Notification as Notice } from '@jupyterlab/apputils';

const QUIET = 5000; // milliseconds between two sounds, and between two notifications of the browser
const TONE = 660; // hertz
const SECONDS = 0.25;
const LOUDNESS = 0.1; // of 1

/** Keeps them rare: of those that come too soon only the last is told, once the time is over. */
export class Seldom<Told> {
  constructor(
    private _tell: (told: Told) => void,
    private _quiet = QUIET
  ) {}

  tell(told: Told): void {
    this._next = () => this._tell(told);
    if (!this._timer) {
      this._go();
    }
  }

  private _go(): void {
    const next = this._next;
    this._next = null;
    this._timer = next ? window.setTimeout(() => this._go(), this._quiet) : 0;
    next?.();
  }

  private _next: (() => void) | null = null;
  private _timer = 0;
}

/** A short tone; nothing where the browser makes none, say before the first click on a page. */
export function beep(): void {
  const audio = new AudioContext();
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = TONE;
  volume.gain.setValueAtTime(LOUDNESS, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(LOUDNESS / 100, audio.currentTime + SECONDS);
  tone.connect(volume).connect(audio.destination);
  window.setTimeout(() => void audio.close(), 4000 * SECONDS); // also where it was not let begin
  tone.start();
  tone.stop(audio.currentTime + SECONDS);
}

/** One of the browser's own; a newer one about the same thing takes its place. */
export function notifyOutside(text: string, about: string, onClick: () => void): void {
  if ('Notification' in window && Notification.permission === 'granted') {
    const shown = new Notification('AreYouJ', { body: text, tag: `areyouj-${about}` });
    shown.onclick = () => {
      window.focus();
      shown.close();
      onClick();
    };
  }
}

/** Browsers ask only after a click, so the click is asked for. One that has refused already is not asked again. */
export function askPermission(trans: TranslationBundle): void {
  const permission = 'Notification' in window ? Notification.permission : 'denied';
  if (permission === 'default') {
    const callback = () => void Notification.requestPermission();
    const text = trans.__('Browser notifications are on, but your browser still has to allow them.');
    Notice.info(text, { autoClose: false, actions: [{ label: trans.__('Allow'), callback }] });
  } else if (permission === 'denied') {
    const text = trans.__(
      'Your browser blocks notifications from this page. Allow them in its settings for this site.'
    );
    Notice.warning(text, { autoClose: false });
  }
}
