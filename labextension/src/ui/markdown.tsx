// Text as Markdown, by JupyterLab's own sanitising renderer.

import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import React, { memo, useEffect, useRef } from 'react';

import { harmless } from '../../core/harmless';
import type { Tools } from './action';
import { addCodeBars } from './codebar';

const TYPE = 'text/markdown';

// What Markdown is made of, without pictures: a tag that came through nevertheless can load nothing and act on nothing.
const TAGS = 'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr li ol p pre span strong table tbody td th thead tr ul';
const ATTRIBUTES = { a: ['href', 'title'], code: ['class'], ol: ['start'], pre: ['class'], span: ['class'] };

/** The same renderers behind a stricter sanitiser. */
export function strict(rendermime: IRenderMimeRegistry): IRenderMimeRegistry {
  const { sanitizer } = rendermime;
  const options = { allowedTags: TAGS.split(' '), allowedAttributes: ATTRIBUTES };
  return rendermime.clone({ sanitizer: { sanitize: html => sanitizer.sanitize(html, options) } });
}

export interface MarkdownProps {
  rendermime: IRenderMimeRegistry;
  text: string;
  /** Where there are any, each block of code has buttons. */
  tools?: Tools;
}

/** Not attached as a widget, so that no formula in it is typeset: `$5 and $6` are prices. */
export const Markdown = memo(function Markdown({ rendermime, text, tools }: MarkdownProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const renderer = rendermime.createRenderer(TYPE);
    const model = rendermime.createModel({ data: { [TYPE]: harmless(text) }, trusted: false });
    let current = true;
    void renderer.renderModel(model).then(() => {
      if (current && tools) {
        addCodeBars(renderer.node, tools);
      }
      return current && host.current?.replaceChildren(renderer.node);
    });
    return () => {
      current = false;
      renderer.dispose();
    };
  }, [rendermime, text, tools]);
  return <div className="jp-AreYouJ-markdown" ref={host} />;
});
