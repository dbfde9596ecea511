// Bundles the front end, and copies xterm.js as its authors built it: `node build.mjs [folder]`.

import { build } from 'esbuild';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';

const folder = process.argv[2] ?? '../../areyouj_jupyter/kernel/dashboard/front';
const LICENSES = { 'xterm.js': '@xterm/xterm', Preact: 'preact', marked: 'marked' };

await mkdir(folder, { recursive: true });
await build({
  entryPoints: ['src/index.tsx'],
  outfile: `${folder}/dashboard.js`,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none', // the whole licences are in LICENSES.txt
  tsconfig: 'tsconfig.json', // of the core too, where React is Preact and the nearest one is the sidebar's
  loader: { '.css': 'text' }
});
await cp('node_modules/@xterm/xterm/lib/xterm.mjs', `${folder}/xterm.mjs`);

const licenses = await Promise.all(
  Object.entries(LICENSES).map(async ([name, where]) => {
    const text = await Promise.any(
      ['LICENSE', 'LICENSE.md'].map(file => readFile(`node_modules/${where}/${file}`, 'utf8'))
    );
    const { version } = JSON.parse(await readFile(`node_modules/${where}/package.json`, 'utf8'));
    return `${name} ${version}\n\n${text.trim()}\n`;
  })
);
await writeFile(`${folder}/LICENSES.txt`, licenses.join(`\n${'-'.repeat(80)}\n\n`));
