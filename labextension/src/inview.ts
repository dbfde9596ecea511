// What a person has before their eyes.

/** Whether the middle of a node is on the page and nothing lies over it. */
export function inView(node: Element): boolean {
  const { left, top, width, height } = node.getBoundingClientRect();
  return node.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}
