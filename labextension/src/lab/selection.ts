// What is handed to an agent from a notebook or an editor, as text. Pure functions.

import type { TranslationBundle } from '@jupyterlab/translation';

/** A piece of a document. */
export interface Selection {
  /** Where it stands, in words. */
  where: string;
  text: string;
  /** What a code block is marked with; may be empty. */
  language: string;
  /** What went wrong in it, as the kernel told; may hold the colours of a terminal. */
  error?: string;
}

// What changes colours (CSI), titles and links (OSC) of a terminal; then whatever else is no text.
const SEQUENCES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** The text of a message. */
export function messageText({ where, text, language, error }: Selection, trans: TranslationBundle): string {
  const told = error === undefined ? [] : [trans.__('It ends with this error:'), fenced(plain(error), '')];
  return [`${where}:`, fenced(text, language), ...told].join('\n\n');
}

/** Without the sequences of a terminal; lines stay lines. */
export function plain(text: string): string {
  return text.replace(SEQUENCES, '').replace(/\r\n/g, '\n').replace(CONTROLS, '');
}

/** A code block whose fence is longer than any inside. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}
