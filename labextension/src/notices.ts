// JupyterLab's notifications of what a person may want to hear.

import { Notification } from '@jupyterlab/apputils';

import type { Tools } from './action';
import { Command } from './command';
import { visible } from './harmless';
import type { Crew } from './manager';
import type { Settings } from './settings';

/** Pass on what the server tells. looksAt: whether a person has the tab of a session before them. */
export function notify(
  crew: Crew,
  { commands, trans }: Tools,
  settings: () => Settings,
  looksAt: (session: string) => boolean
): void {
  const told = new Map<string, string>();
  crew.notified.connect((_, { session_id: session, text, level }) => {
    const { notifications, notificationSeconds } = settings();
    const wanted = notifications === 'all' || (notifications === 'problems' && level !== 'info');
    if (wanted && !(document.hasFocus() && looksAt(session))) {
      const autoClose = notificationSeconds > 0 && notificationSeconds * 1000;
      const callback = () => void commands.execute(Command.openTerminal, { session });
      const options = { autoClose, actions: [{ label: trans.__('Show'), callback }] };
      Notification.dismiss(told.get(session) ?? ''); // one for each session, the newest; an unknown one is none
      told.set(session, Notification.emit(visible(text), level, options));
    }
  });
}
