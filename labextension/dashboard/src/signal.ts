// Who wants to hear of something.

export class Signal<Value = void> {
  /** Listen; what is returned ends it. */
  connect(listener: (value: Value) => void): () => void {
    this._listeners.add(listener);
    return () => void this._listeners.delete(listener);
  }

  emit(value: Value): void {
    [...this._listeners].forEach(listener => listener(value));
  }

  private _listeners = new Set<(value: Value) => void>();
}
