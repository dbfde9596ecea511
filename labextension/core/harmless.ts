// What agents say is hostile until shown otherwise: here it becomes text that can do nothing. Pure functions.

// Sequences of terminals begin with a control character; the others turn the direction of what is read around.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const TURNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

// In a list or a quotation a code block is indented. The information of one in backticks has none.
const FENCE = /^((?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
// A backslash and what it escapes, or a code span: as many backticks behind it as before it.
const CODE = /\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;

/** Control characters as their pictures, characters that turn the direction as their numbers; lines stay lines. */
export function visible(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(CONTROLS, sign => picture(sign.charCodeAt(0)))
    .replace(TURNS, sign => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase()}⟩`);
}

/** Markdown in which tags are text and pictures are not loaded. Code stays as it is, since nothing in it is a tag. */
export function harmless(markdown: string): string {
  let open = '';
  let around = '';
  const lines = visible(markdown).split('\n');
  return lines
    .map(line => {
      const [, before, mark, information] = FENCE.exec(line) ?? [];
      if (open && !leaves(line, around)) {
        open = mark?.startsWith(open) && !information.trim() ? '' : open;
        return line;
      }
      open = mark ?? '';
      around = before ?? '';
      return mark ? before + mark + shown(information) : inert(line);
    })
    .join('\n');
}

/** Whether a line is outside of the list or quotation in which a code block began, which ends with it. */
function leaves(line: string, around: string): boolean {
  if (around.includes('>')) {
    return !/^\s*>/.test(line);
  }
  return !!around.trim() && !!line.trim() && line.search(/\S/) < around.length;
}

/** A drawing would be a picture, so its source is shown. */
function shown(information: string): string {
  return /^\s*mermaid/i.test(information) ? '' : information;
}

/** One line outside of a code block. */
function inert(line: string): string {
  let done = 0;
  const parts: string[] = [];
  for (const found of line.matchAll(CODE)) {
    if (found[1]) {
      parts.push(escaped(line.slice(done, found.index)), found[0]);
      done = (found.index ?? 0) + found[0].length;
    }
  }
  return [...parts, escaped(line.slice(done))].join('');
}

function escaped(text: string): string {
  return text.replace(/(\\*)(<|!(?=\[))/g, (_, slashes: string, sign: string) => {
    const even = slashes.length % 2 ? slashes.slice(1) : slashes; // an odd one would escape our own
    return even + (sign === '<' ? '&lt;' : '!\u2060'); // a word joiner, which nobody sees, parts it from its bracket
  });
}

/** U+2400 and what follows shows a control character; those above 0x7f have no picture. */
function picture(code: number): string {
  return code < 0x20
    ? String.fromCharCode(0x2400 + code)
    : code === 0x7f
      ? '␡'
      : `⟨${code.toString(16).toUpperCase()}⟩`;
}
