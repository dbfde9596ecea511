// Menus that open at a place: their entries are commands.

import { MenuSvg } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import type { ReadonlyJSONObject } from '@lumino/coreutils';

import { told } from './dialogs';

/** A command with its arguments, or a line between two groups. */
export type Entry = [command: string, args: ReadonlyJSONObject] | '-';

/** Open a menu at a place of the window; the focus goes back to where it was. */
export function openMenu(commands: CommandRegistry, entries: readonly Entry[], x: number, y: number): void {
  const menu = new MenuSvg({ commands });
  const before = document.activeElement;
  for (const entry of entries) {
    menu.addItem(entry === '-' ? { type: 'separator' } : { command: entry[0], args: entry[1] });
  }
  const onExecuted = (_: CommandRegistry, { result }: CommandRegistry.ICommandExecutedArgs) => void told(result);
  commands.commandExecuted.connect(onExecuted);
  menu.aboutToClose.connect(() => {
    if (before instanceof HTMLElement) {
      before.focus();
    }
    // It still runs the chosen command.
    requestAnimationFrame(() => {
      commands.commandExecuted.disconnect(onExecuted);
      menu.dispose();
    });
  });
  menu.open(x, y);
}

/** Open a menu under a button. */
export function openMenuBelow(commands: CommandRegistry, entries: readonly Entry[], button: Element): void {
  const { left, bottom } = button.getBoundingClientRect();
  openMenu(commands, entries, left, bottom);
}
