// What a person may want to hear of agents: as notifications of JupyterLab, of the browser, and as a sound.

import { Notification as Notice } from '@jupyterlab/apputils';

import type { Notification } from '../core/api.gen';
import type { Crew } from '../core/crew';
import { visible } from '../core/harmless';
import type { Tools } from './action';
import { askPermission, beep, notifyOutside, Seldom } from './alerts';
import { Command } from './command';
import type { Preferences } from './settings';

/** Pass on what the server tells. looksAt: whether a person has the tab of a session before them. */
export function notify(
  crew: Crew,
  { commands, trans }: Tools,
  preferences: Preferences,
  looksAt: (session: string) => boolean
): void {
  const told = new Map<string, string>();
  const open = (session: string) => void commands.execute(Command.openTerminal, { session });
  const show = ({ session_id: session, text, level }: Notification) => {
    const { notificationSeconds } = preferences.now;
    const autoClose = notificationSeconds > 0 && notificationSeconds * 1000;
    const options = { autoClose, actions: [{ label: trans.__('Show'), callback: () => open(session) }] };
    Notice.dismiss(told.get(session) ?? ''); // one for each session, the newest; an unknown one is none
    told.set(session, Notice.emit(visible(text), level, options));
  };
  const outside = new Seldom(({ session_id: session, text }: Notification) =>
    notifyOutside(visible(text), session, () => open(session))
  );
  const sound = new Seldom<void>(beep);
  crew.notified.connect(notification => {
    const { notifications, browserNotifications, sound: audible } = preferences.now;
    const wanted = notifications === 'all' || (notifications === 'problems' && notification.level !== 'info');
    const here = document.hasFocus();
    if (wanted && !(here && looksAt(notification.session_id))) {
      show(notification);
      if (audible) {
        sound.tell();
      }
      if (browserNotifications && !here) {
        outside.tell(notification); // what is on screen needs no second one
      }
    }
  });
  preferences.follow('browserNotifications', on => on && askPermission(trans));
}
