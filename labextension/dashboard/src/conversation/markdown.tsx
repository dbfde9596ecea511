// Text as Markdown. Agents are hostile: what marked reads becomes elements of ours, one by one, and never HTML. So
// tags are text, pictures are links, and a link leads to the web or nowhere.

import { lexer, Token, Tokens } from 'marked';
import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';

import { visible } from '../../../core/harmless';

const WEB = /^(https?|mailto):/i;
const DEEPEST = 20; // levels; what is deeper is shown as it was written

export function Markdown({ text }: { text: string }): JSX.Element {
  const drawn = useMemo(() => blocks(lexer(visible(text), { breaks: true }), 0), [text]);
  return <div class="markdown">{drawn}</div>;
}

function blocks(tokens: Token[] | undefined, depth: number): ComponentChildren[] {
  return (tokens ?? []).map(token => (depth > DEEPEST ? token.raw : drawn(token, depth + 1)));
}

function drawn(token: Token, depth: number): ComponentChildren {
  const inside = () => blocks((token as Tokens.Generic).tokens, depth);
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return heading((token as Tokens.Heading).depth, inside());
    case 'paragraph':
      return <p>{inside()}</p>;
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{inside()}</blockquote>;
    case 'list':
      return list(token as Tokens.List, depth);
    case 'table':
      return table(token as Tokens.Table, depth);
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'strong':
      return <strong>{inside()}</strong>;
    case 'em':
      return <em>{inside()}</em>;
    case 'del':
      return <del>{inside()}</del>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'link':
    case 'image':
      return link(token as Tokens.Link, inside());
    default:
      return phrase(token, depth);
  }
}

/** A heading of the page's own outranks those of a message. */
function heading(depth: number, inside: ComponentChildren): JSX.Element {
  const Level = `h${Math.min(depth + 2, 6)}` as keyof JSX.IntrinsicElements & 'h6';
  return <Level>{inside}</Level>;
}

function list({ ordered, start, items }: Tokens.List, depth: number): JSX.Element {
  const rows = items.map(item => (
    <li>
      {item.task && (item.checked ? '☑ ' : '☐ ')}
      {blocks(
        item.tokens.filter(token => token.type !== 'checkbox'),
        depth
      )}
    </li>
  ));
  return ordered ? <ol start={Number(start) || 1}>{rows}</ol> : <ul>{rows}</ul>;
}

function table({ header, rows }: Tokens.Table, depth: number): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          {header.map(cell => (
            <th>{blocks(cell.tokens, depth)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr>
            {row.map(cell => (
              <td>{blocks(cell.tokens, depth)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function link({ href, text }: Tokens.Link, inside: ComponentChildren[]): ComponentChildren {
  const shown = inside.length ? inside : text || href;
  return WEB.test(href) ? (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {shown}
    </a>
  ) : (
    shown
  );
}

/** Text, which may have parts; HTML and all that is unknown, as it was written. */
function phrase(token: Tokens.Generic, depth: number): ComponentChildren {
  if (token.type === 'text' && token.tokens) {
    return blocks(token.tokens, depth);
  }
  return token.type === 'text' || token.type === 'escape' ? (token.text as string) : token.raw;
}
