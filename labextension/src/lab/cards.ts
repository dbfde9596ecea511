// Where the questions of agents stand on the page.

/** The cards that stand on the page: in the panel, in cells, and in dashboards, each of which has a shadow root. */
export function cardsOf(session: string): HTMLElement[] {
  const hosts = [...document.querySelectorAll('.areyouj-dashboard')];
  const roots = [document, ...hosts.flatMap(host => host.shadowRoot ?? [])];
  const cards = roots.flatMap(root => [...root.querySelectorAll<HTMLElement>('article[data-session]')]);
  return cards.filter(({ dataset }) => dataset.session === session);
}
