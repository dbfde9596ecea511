// Who wants to hear of something.

export interface Signal<Value = void> {
  /** Listen; what is returned ends it. */
  connect(listener: (value: Value) => void): () => void;
}

/** A signal as its owner has it. */
export class Emitter<Value = void> implements Signal<Value> {
  connect(listener: (value: Value) => void): () => void {
    this._listeners.add(listener);
    return () => void this._listeners.delete(listener);
  }

  /** A listener that fails keeps no other from hearing. */
  emit(value: Value): void {
    for (const listener of [...this._listeners]) {
      try {
        listener(value);
      } catch (error) {
        console.error(error);
      }
    }
  }

  private _listeners = new Set<(value: Value) => void>();
}
