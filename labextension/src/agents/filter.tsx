// The field that filters the agents, what passes it, and how they are grouped.

import { folderIcon } from '@jupyterlab/ui-components';
import React from 'react';

import type { AgentModel, SessionModel } from '../../core/api.gen';
import type { Tools } from '../ui/action';

/** The field, and the switch that lists agents by their projects. */
export function FilterBar(props: {
  tools: Tools;
  value: string;
  byProject: boolean;
  onChange(value: string): void;
  onByProject(on: boolean): void;
}): JSX.Element {
  const { trans } = props.tools;
  const label = trans.__('Filter agents by name, spec or folder');
  const grouping = trans.__('Group agents by project');
  return (
    <div className="jp-AreYouJ-filterbar">
      <input
        type="search"
        className="jp-mod-styled jp-AreYouJ-filter"
        placeholder={trans.__('Filter agents')}
        aria-label={label}
        title={label}
        value={props.value}
        spellCheck={false}
        onChange={event => props.onChange(event.target.value)}
      />
      <button
        type="button"
        className="jp-AreYouJ-act"
        title={grouping}
        aria-label={grouping}
        aria-pressed={props.byProject}
        onClick={() => props.onByProject(!props.byProject)}
      >
        <folderIcon.react tag="span" />
      </button>
    </div>
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
