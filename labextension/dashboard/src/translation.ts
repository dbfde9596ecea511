// English only: what stands in for JupyterLab's translations, which a notebook's widget cannot reach.

/** As JupyterLab's own, so far as it is used. */
export interface TranslationBundle {
  __(text: string, ...values: (string | number)[]): string;
  _n(one: string, many: string, count: number): string;
}

export const trans: TranslationBundle = {
  __: (text, ...values) => text.replace(/%(\d)/g, (_, place: string) => String(values[Number(place) - 1])),
  _n: (one, many, count) => (count === 1 ? one : many)
};
