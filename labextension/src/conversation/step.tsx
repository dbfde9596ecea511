// What an agent said or which tool it called on the way to a reply: one line, as text.

import type { TranslationBundle } from '@jupyterlab/translation';
import React from 'react';

import type { MessageModel } from '../../core/api.gen';

export interface StepProps {
  trans: TranslationBundle;
  message: MessageModel;
}

export function Step({ trans, message: { agent, kind, content } }: StepProps): JSX.Element {
  const label = kind === 'tool' ? trans.__('%1 calls a tool', agent) : trans.__('%1, in progress', agent);
  return (
    <p className="jp-AreYouJ-step" role="note" aria-label={`${label}: ${content}`} title={label}>
      {kind === 'tool' ? <code>{content}</code> : content}
    </p>
  );
}
