// What the components of the core are called on JupyterLab's page.

/** A field in which one writes looks as JupyterLab's own do. */
export function classOf(part: string): string {
  return part === 'input' ? 'jp-mod-styled' : `jp-AreYouJ-${part}`;
}
