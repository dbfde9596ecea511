// What anywidget gives to its front end (anywidget.dev, AFM), so far as it is used.

/** The kernel's side of the dashboard. */
export interface Model {
  get(name: 'height'): number;
  get(name: 'home' | 'still' | '_xterm'): string;
  send(content: unknown): void;
  on(event: string, listener: (content: unknown) => void): void;
  off(event: string, listener: (content: unknown) => void): void;
}

export interface Widget {
  initialize(props: { model: Model }): () => void;
  render(props: { model: Model; el: HTMLElement }): () => void;
}
