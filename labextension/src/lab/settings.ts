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

/** The settings as they are now. Owned by the plugin. */
export class Preferences {
  /** loaded: absent where there is no registry; then the defaults hold. */
  constructor(private _loaded?: ISettingRegistry.ISettings) {}

  get now(): Settings {
    return { ...DEFAULTS, ...(this._loaded?.composite as Partial<Settings> | undefined) }; // the schema's promise
  }

  /** Call `keep` with one of them: at once, and whenever it has become another. */
  follow<Name extends keyof Settings>(name: Name, keep: (value: Settings[Name]) => void): void {
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

export async function loadPreferences(registry: ISettingRegistry | null, plugin: string): Promise<Preferences> {
  return new Preferences(await registry?.load(plugin).catch(() => undefined));
}
