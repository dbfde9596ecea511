// What a person has before their eyes.

/** Whether the middle of a node is on the page and nothing lies over it. */
export function inView(node: Element): boolean {
  const { left, top, width, height } = node.getBoundingClientRect();
  return node.contains(met(document, left + width / 2, top + height / 2));
}

/** What a click at this place meets, also within a shadow root. */
function met(root: Document | ShadowRoot, x: number, y: number): Element | null {
  const found = root.elementFromPoint(x, y);
  const inside = found === (root as Partial<ShadowRoot>).host ? null : found?.shadowRoot;
  return inside ? met(inside, x, y) : found;
}
