// Renders streams with @xterm/headless: in, as JSON on standard input, [{path, rows, cols}, …]; out, the lines of each.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(`${process.argv[2]}/`);
const { Terminal } = require('@xterm/headless');
const { Unicode11Addon } = require('@xterm/addon-unicode11');

/** What a terminal of this size shows once the stream has ended: an array of lines, without trailing blanks. */
async function rendered({ path, rows, cols }) {
  const terminal = new Terminal({ rows, cols, scrollback: 0, allowProposedApi: true });
  // Its default, Unicode 6, gives an emoji one column; the agents' programs count two, as terminals of today do.
  terminal.loadAddon(new Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  await new Promise(resolve => terminal.write(readFileSync(path), resolve));
  const { active } = terminal.buffer;
  const lines = Array.from({ length: rows }, (_, row) =>
    active.getLine(active.baseY + row).translateToString(true).trimEnd()
  );
  terminal.dispose();
  return lines;
}

const cases = JSON.parse(readFileSync(0, 'utf-8'));
const screens = [];
for (const each of cases) {
  screens.push(await rendered(each));
}
process.stdout.write(JSON.stringify(screens));
