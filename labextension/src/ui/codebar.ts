// What can be done with a block of code in a conversation.

import { Clipboard } from '@jupyterlab/apputils';
import { addBelowIcon, copyIcon, LabIcon } from '@jupyterlab/ui-components';

import type { Tools } from './action';
import { Command } from './command';

/** Give each block of code below a node its buttons. */
export function addCodeBars(node: HTMLElement, { commands, trans }: Tools): void {
  for (const block of Array.from(node.querySelectorAll('pre'))) {
    const text = (block.textContent ?? '').replace(/\n$/, '');
    const bar = document.createElement('div');
    bar.className = 'jp-AreYouJ-codebar';
    bar.append(
      button(copyIcon, trans.__('Copy this code'), () => Clipboard.copyToSystem(text)),
      button(addBelowIcon, trans.__('Insert this code below the active cell'), () => {
        void commands.execute(Command.insertCode, { text });
      })
    );
    block.before(bar);
  }
}

function button(icon: LabIcon, label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'jp-AreYouJ-act';
  made.title = made.ariaLabel = label;
  made.onclick = act;
  made.append(icon.element({ tag: 'span' }));
  return made;
}
