// Buttons that run commands, and the one sentence of what went wrong.

import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type { ReadonlyJSONObject, ReadonlyPartialJSONObject } from '@lumino/coreutils';
import React, { useCallback, useState } from 'react';

/** What every component needs to act and to speak. */
export interface Tools {
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/** Runs a command; resolves to whether it succeeded. */
export type Run = (command: string, args?: ReadonlyPartialJSONObject) => Promise<boolean>;

/** A runner of commands and the error of the last one, empty if there was none. */
export function useRun({ commands }: Tools): [Run, string] {
  const [error, setError] = useState('');
  const run = useCallback<Run>(
    async (command, args) => {
      try {
        await commands.execute(command, args);
        setError('');
        return true;
      } catch (reason) {
        setError(reason instanceof Error ? reason.message : String(reason));
        return false;
      }
    },
    [commands]
  );
  return [run, error];
}

export function ErrorLine({ text }: { text: string }): JSX.Element | null {
  return text ? (
    <p className="jp-AreYouJ-error" role="alert">
      {text}
    </p>
  ) : null;
}

/** A button labelled by its command, which is short where its arguments say what it is about. */
export function CommandButton(props: {
  tools: Tools;
  run: Run;
  command: string;
  args: ReadonlyJSONObject;
  about: string;
}): JSX.Element {
  const { tools, run, command, args, about } = props;
  const label = tools.commands.label(command, args);
  return (
    <button
      type="button"
      className="jp-AreYouJ-button"
      title={tools.commands.caption(command, args)}
      aria-label={`${label} ${about}`}
      onClick={() => void run(command, args)}
    >
      {label}
    </button>
  );
}
