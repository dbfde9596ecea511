// What the components of the core are called in the dashboard.

/** Alone in its shadow root, it needs no prefix. */
export function classOf(part: string): string {
  return part;
}
