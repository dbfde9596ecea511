// Folders as JupyterLab knows them, relative to the server's root.

import type { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import type { Contents } from '@jupyterlab/services';

import type { Arguments } from './command';

export interface Folders {
  /** Whether there is such a folder. */
  isFolder(path: string): Promise<boolean>;
  /** What a command is about: `cwd` of the launcher, with `here` what is selected, else what is looked at. */
  chosen(args: Arguments): string;
}

export function folders(contents: Contents.IManager, browser: IDefaultFileBrowser | null): Folders {
  return {
    isFolder: path =>
      contents.get(path, { content: false }).then(
        ({ type }) => type === 'directory',
        () => false
      ),
    chosen: args => {
      const selected =
        args.here && browser ? [...browser.selectedItems()].find(({ type }) => type === 'directory') : null;
      return contents.localPath(String(args.cwd ?? selected?.path ?? browser?.model.path ?? ''));
    }
  };
}
