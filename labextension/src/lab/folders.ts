// Folders as JupyterLab knows them, relative to the server's root.

import type { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import type { Contents } from '@jupyterlab/services';

import type { Arguments } from '../ui/command';

/** The folder that a command is about: `cwd` of the launcher, with `here` what is selected, else what is looked at. */
export function chosenFolder(
  contents: Contents.IManager,
  browser: IDefaultFileBrowser | null,
  args: Arguments
): string {
  const selected = args.here && browser ? [...browser.selectedItems()].find(({ type }) => type === 'directory') : null;
  return contents.localPath(String(args.cwd ?? selected?.path ?? browser?.model.path ?? ''));
}

/** The folders in a folder that is empty, for the root, or ends with a slash. None where the path is absolute. */
export async function foldersIn(contents: Contents.IManager, above: string): Promise<string[]> {
  if (above.startsWith('/')) {
    return [];
  }
  const { content } = (await contents.get(above.replace(/\/$/, ''))) as { content: Contents.IModel[] };
  return content
    .filter(({ type }) => type === 'directory')
    .map(({ path }) => path)
    .sort();
}
