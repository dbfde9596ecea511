// What a person has set, and what holds where nothing is set.

import type { ISettingRegistry } from '@jupyterlab/settingregistry';

export interface Settings {
  /** `problems`: who needs a person, and what went wrong. */
  notifications: 'all' | 'problems' | 'none';
  notificationSeconds: number;
  launcherTiles: boolean;
  /** By the browser, while JupyterLab does not have the focus. */
  browserNotifications: boolean;
  sound: boolean;
}

const DEFAULTS: Settings = {
  notifications: 'all',
  notificationSeconds: 10,
  launcherTiles: true,
  browserNotifications: false,
  sound: false
};

/** The settings as they are at each call; the defaults where there is no registry. */
export async function follow(registry: ISettingRegistry | null, plugin: string): Promise<() => Settings> {
  const loaded = await registry?.load(plugin).catch(() => undefined);
  return () => ({ ...DEFAULTS, ...(loaded?.composite as Partial<Settings> | undefined) }); // the schema's promise
}
