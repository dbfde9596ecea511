// The field that filters the agents, and what passes it.

import React from 'react';

import type { Tools } from './action';
import type { AgentModel, SessionModel } from './api.gen';

export function FilterField(props: { tools: Tools; value: string; onChange(value: string): void }): JSX.Element {
  const label = props.tools.trans.__('Filter agents by name, spec or folder');
  return (
    <input
      type="search"
      className="jp-mod-styled jp-AreYouJ-filter"
      placeholder={props.tools.trans.__('Filter agents')}
      aria-label={label}
      title={label}
      value={props.value}
      spellCheck={false}
      onChange={event => props.onChange(event.target.value)}
    />
  );
}

/** Whether each word of the wanted text is in its name, spec or folder. */
export function passes(thing: SessionModel | AgentModel, wanted: string): boolean {
  const name = 'agent' in thing ? thing.agent : thing.name;
  const text = `${name} ${thing.spec} ${thing.project_path}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}
