// What an agent said or which tool it called on the way to a reply: one line, as text.

import type { TranslationBundle } from '@jupyterlab/translation';
import React from 'react';

import type { MessageModel } from '../../core/api.gen';
import { visible } from '../../core/harmless';

export interface StepProps {
  trans: TranslationBundle;
  message: MessageModel;
}

export function Step({ trans, message: { agent, kind, content } }: StepProps): JSX.Element {
  const label = kind === 'tool' ? trans.__('%1 calls a tool', agent) : trans.__('%1, in progress', agent);
  const text = visible(content);
  return (
    <p className="jp-AreYouJ-step" role="note" aria-label={`${label}: ${text}`} title={label}>
      {kind === 'tool' ? <code>{text}</code> : text}
    </p>
  );
}
