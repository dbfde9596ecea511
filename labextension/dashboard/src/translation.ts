// English only: what stands in for JupyterLab's translations, which a notebook's widget cannot reach.

import type { Translation } from '../../core/translation';

export const trans: Translation = {
  __: (text, ...values) => text.replace(/%(\d)/g, (_, place: string) => String(values[Number(place) - 1])),
  _n: (one, many, count) => (count === 1 ? one : many)
};
