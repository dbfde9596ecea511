// What a person has set, and what holds where nothing is set.

import type { ISettingRegistry } from '@jupyterlab/settingregistry';

export interface SettingValues {
  /** `problems`: who needs a person, and what went wrong. */
  notifications: 'all' | 'problems' | 'none';
  notificationSeconds: number;
  launcherTiles: boolean;
  /** By the browser, while JupyterLab does not have the focus. */
  browserNotifications: boolean;
  sound: boolean;
}

const DEFAULTS: SettingValues = {
  notifications: 'all',
  notificationSeconds: 10,
  launcherTiles: true,
  browserNotifications: false,
  sound: false
};

/** The settings as they are now. Owned by the plugin. */
export class Settings {
  /** loaded: absent where there is no registry; then the defaults hold. */
  constructor(private _loaded?: ISettingRegistry.ISettings) {}

  get now(): SettingValues {
    return { ...DEFAULTS, ...(this._loaded?.composite as Partial<SettingValues> | undefined) }; // the schema's promise
  }

  /** Call `keep` with one of them: at once, and whenever it has become another. */
  follow<Name extends keyof SettingValues>(name: Name, keep: (value: SettingValues[Name]) => void): void {
    let known = this.now[name];
    keep(known);
    this._loaded?.changed.connect(() => {
      const value = this.now[name];
      if (value !== known) {
        known = value;
        keep(value);
      }
    });
  }
}

export async function loadSettings(registry: ISettingRegistry | null, plugin: string): Promise<Settings> {
  return new Settings(await registry?.load(plugin).catch(() => undefined));
}
