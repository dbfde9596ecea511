// What a front end brings to the components of the core, as plain as can be.

/** English only. */
export const trans = {
  __: (text: string, ...values: (string | number)[]) =>
    text.replace(/%(\d)/g, (_, place: string) => String(values[Number(place) - 1])),
  _n: (one: string, many: string, count: number) => (count === 1 ? one : many)
};

export const classOf = (part: string) => `its-${part}`;

/** A call that a test answers when it likes. */
export function deferred(): { calls: unknown[]; call(given: unknown): Promise<boolean>; answer(taken: boolean): void } {
  const calls: unknown[] = [];
  let answer: (taken: boolean) => void = () => undefined;
  const call = (given: unknown) => {
    calls.push(given);
    return new Promise<boolean>(resolve => (answer = resolve));
  };
  return { calls, call, answer: taken => answer(taken) };
}
