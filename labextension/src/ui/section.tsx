// A part of the panel under a heading that folds it.

import React, { ReactNode } from 'react';

export function Section(props: {
  title: string;
  /** How many things are in it; nothing is said if absent. */
  count?: number;
  folded?: boolean;
  className?: string;
  children: ReactNode;
}): JSX.Element {
  const { title, count, folded, className, children } = props;
  return (
    <details className={`jp-AreYouJ-section ${className ?? ''}`} open={!folded} aria-label={title}>
      <summary>
        <h3>{title}</h3>
        {count !== undefined && <span className="jp-AreYouJ-count">{count}</span>}
      </summary>
      {children}
    </details>
  );
}
