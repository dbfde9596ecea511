// What a person may want to hear of agents: as notifications of JupyterLab, of the browser, and as a sound.

import { Notification as Notice } from '@jupyterlab/apputils';

import type { Notification } from '../../core/api.gen';
import type { Crew } from '../../core/crew';
import { visible } from '../../core/harmless';
import type { Tools } from '../ui/action';
import { Command } from '../ui/command';
import { askPermission, beep, notifyOutside, Seldom } from './alerts';
import { cardsOf } from './cards';
import { inView } from './inview';
import type { Settings } from './settings';

const MOMENT = 700; // milliseconds in which a question gets its card, also in a cell that waits for the answer
const MOMENTS = 5; // that a question may take to be read from the screen, after its agent's hook told that there is one

/** A notification of JupyterLab's, and since when there is the question that it is about. */
interface Shown {
  notice: string;
  asked: number | undefined;
}

/** Passes on what the server tells, but for what a person has before their eyes. Lives as long as its crew. */
export class Notices {
  /** looksAt: whether a person has the tab of a session before them. */
  constructor(
    private _crew: Crew,
    private _tools: Tools,
    private _settings: Settings,
    private _looksAt: (session: string) => boolean
  ) {
    _crew.notified.connect(notification => this._hear(notification));
    _crew.changed.connect(() => this._withdraw());
    _settings.follow('browserNotifications', on => on && askPermission(_tools.trans));
  }

  /** A question waits for its card; it may be answered by then. */
  private _hear(notification: Notification): void {
    const { session_id: session } = notification;
    const asked = this._asks(session);
    if (asked !== undefined && document.hasFocus()) {
      this._hold(notification, asked);
    } else {
      this._tell(notification);
    }
  }

  private _hold(notification: Notification, asked: number, moments = MOMENTS): void {
    const { session_id: session } = notification;
    const read = !!this._crew.session(session)?.status.prompt;
    window.setTimeout(() => {
      if (this._asks(session) !== asked) {
        return;
      }
      if (read || moments === 1) {
        this._tell(notification);
      } else {
        this._hold(notification, asked, moments - 1);
      }
    }, MOMENT);
  }

  private _tell(notification: Notification): void {
    const { notifications, browserNotifications, sound } = this._settings.now;
    const wanted = notifications === 'all' || (notifications === 'problems' && notification.level !== 'info');
    if (!wanted || this._seen(notification.session_id)) {
      return;
    }
    this._show(notification);
    if (sound) {
      this._sound.tell();
    }
    if (browserNotifications && !document.hasFocus()) {
      this._outside.tell(notification); // what is on screen needs no second one
    }
  }

  /** One for each session, the newest. */
  private _show({ session_id: session, text, level }: Notification): void {
    const { notificationSeconds } = this._settings.now;
    const autoClose = notificationSeconds > 0 && notificationSeconds * 1000;
    const actions = [{ label: this._tools.trans.__('Show'), callback: () => this._open(session) }];
    Notice.dismiss(this._shown.get(session)?.notice ?? ''); // an unknown one is none
    const notice = Notice.emit(visible(text), level, { autoClose, actions });
    this._shown.set(session, { notice, asked: this._asks(session) });
  }

  /** Those whose question has its answer. */
  private _withdraw(): void {
    for (const [session, { notice, asked }] of this._shown) {
      if (asked !== undefined && this._asks(session) !== asked) {
        Notice.dismiss(notice);
        this._shown.delete(session);
      }
    }
  }

  private _seen(session: string): boolean {
    return document.hasFocus() && (this._looksAt(session) || cardsOf(session).some(inView));
  }

  /** Since when it waits for a person; what it asks may be known a little later. */
  private _asks(session: string): number | undefined {
    const { state, since } = this._crew.session(session)?.status ?? {};
    return state === 'awaiting_input' ? since : undefined;
  }

  private _open = (session: string) => void this._tools.commands.execute(Command.openTerminal, { session });
  private _outside = new Seldom(({ session_id: session, text }: Notification) =>
    notifyOutside(visible(text), session, () => this._open(session))
  );
  private _shown = new Map<string, Shown>();
  private _sound = new Seldom<void>(beep);
}
