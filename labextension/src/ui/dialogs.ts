// What is asked of a person before a command runs, and what is told where it failed.

import { Dialog, InputDialog, Notification, showDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

const ERROR_MS = 10000; // without it an error is only counted, not shown

/** Whether a person agrees to what cannot be undone. */
export async function agreed(title: string, body: string, label: string): Promise<boolean> {
  const buttons = [Dialog.cancelButton(), Dialog.warnButton({ label })];
  return (await showDialog({ title, body, buttons })).button.accept;
}

/** One of some things, by its name; undefined if a person chose none. Rejects if there are none. */
export async function choose<Thing>(
  title: string,
  things: readonly Thing[],
  name: (thing: Thing) => string,
  trans: TranslationBundle
): Promise<Thing | undefined> {
  if (things.length === 0) {
    throw new Error(trans.__('No agent can do this right now.'));
  }
  const items = things.map(name);
  const { value } = await InputDialog.getItem({ title, items });
  return value === null ? undefined : things[items.indexOf(value)];
}

/** Tell a person what went wrong; for what was asked for where no error can be shown, such as in a menu. */
export function told<Result>(result: Promise<Result>): Promise<Result | void> {
  return result.catch((error: Error) => void Notification.error(error.message, { autoClose: ERROR_MS }));
}
