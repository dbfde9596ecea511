// How the words of a person's language are found: as JupyterLab's own bundles do, so far as it is used here.

export interface Translation {
  /** `%1`, `%2`, …: the places of the values. */
  __(text: string, ...values: (string | number)[]): string;
  _n(one: string, many: string, count: number): string;
}
