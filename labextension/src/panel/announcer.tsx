// The live region for screen readers.

import React, { useEffect, useState } from 'react';

import type { Crew, Move } from '../../core/crew';
import { announcement } from '../../core/words';
import type { Tools } from '../ui/action';

/** Says aloud who needs a person and who is done. */
export function Announcer({ crew, tools: { trans } }: { crew: Crew; tools: Tools }): JSX.Element {
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(() => {
    const say = ({ before, after }: Move) => {
      const text = announcement(before, after, trans);
      if (text) {
        setSaid(({ count }) => ({ text, count: count + 1 }));
      }
    };
    return crew.moved.connect(say);
  }, [crew, trans]);
  return (
    <div className="jp-AreYouJ-announcer" role="status" aria-live="polite">
      {/* A new element each time, or the same words twice would be said once. */}
      <span key={said.count}>{said.text}</span>
    </div>
  );
}
