// Names that are chosen for a person.

import type { AgentModel } from '../../core/api.gen';

/** `stem-1`, `stem-2`, …: the first from a number on that no agent has. */
export function freeName(stem: string, agents: readonly AgentModel[], from = 1): string {
  const taken = new Set(agents.map(({ name }) => name.toLowerCase()));
  let number = from;
  while (taken.has(`${stem}-${number}`.toLowerCase())) {
    number += 1;
  }
  return `${stem}-${number}`;
}
