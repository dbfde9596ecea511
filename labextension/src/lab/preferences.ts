// What a person chose before, kept in JupyterLab's own store of such things.

import type { IStateDB } from '@jupyterlab/statedb';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { Emitter, Signal } from '../../core/signal';

const NAMESPACE = 'areyouj-jupyter';
const KEY = `${NAMESPACE}:choices`;

export interface Choices extends ReadonlyPartialJSONObject {
  /** What the last new agent was started with; nothing that may be secret. */
  newAgent?: ReadonlyPartialJSONObject;
  /** Whether agents are listed by their projects. */
  byProject?: boolean;
}

/** Owned by the plugin. Without a store it lasts as long as the page. */
export class Preferences {
  constructor(private _store: IStateDB | null) {
    void _store?.list(NAMESPACE).then(
      ({ ids, values }) => this._put({ ...(values[ids.indexOf(KEY)] as Choices | undefined), ...this._choices }),
      () => undefined // what cannot be read is chosen again
    );
  }

  /** Something was chosen, or what was kept has come. */
  get changed(): Signal {
    return this._changed;
  }

  get choices(): Choices {
    return this._choices;
  }

  keep(change: Choices): void {
    this._put({ ...this._choices, ...change });
    void this._store?.save(KEY, this._choices).catch(() => undefined); // it is only convenient
  }

  private _put(choices: Choices): void {
    this._choices = choices;
    this._changed.emit();
  }

  private _changed = new Emitter();
  private _choices: Choices = {};
}
