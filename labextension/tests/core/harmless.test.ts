// What agents say as Markdown, read by JupyterLab's own parser: nothing of it loads or runs.

import { expect, test } from '@jest/globals';
import { standardRendererFactories, RenderMimeRegistry } from '@jupyterlab/rendermime';
import { Marked } from 'marked';

import { harmless } from '../../core/harmless';
import { strict } from '../../src/ui/markdown';
import corpus from '../hostile_texts.json';

const TEXTS = corpus.map(text => text.replaceAll('{host}', 'leak.test'));
const MADE = 'a,blockquote,br,code,del,em,h1,h2,h3,h4,h5,h6,hr,input,li,ol,p,pre,strong,table,tbody,td,th,thead,tr,ul';
const MEANT = /^(align|checked|class|disabled|href|start|title|type)$/;
const { sanitizer } = strict(new RenderMimeRegistry({ initialFactories: standardRendererFactories }));

/** What of a page is not of Markdown, or would be fetched or run. */
function acting(html: string): string[] {
  const all = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('body *')];
  const named = all.flatMap(({ attributes }) => [...attributes]).filter(({ name }) => !MEANT.test(name));
  const drawn = all.filter(({ className }) => /^language-mermaid/i.test(className));
  return [...all.filter(element => !element.matches(MADE)), ...drawn, ...named].map(({ nodeName }) => nodeName);
}

test.each(TEXTS)('%j', text => {
  const html = new Marked({ gfm: true }).parse(harmless(text)) as string;
  expect(acting(html)).toEqual([]);
  const clean = sanitizer.sanitize(html);
  expect(acting(clean)).toEqual([]);
  expect(clean).not.toMatch(/(href|src)="\s*(javascript|vbscript|data|file):/i);
});
