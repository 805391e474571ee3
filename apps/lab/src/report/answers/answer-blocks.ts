import type { Token, Tokens } from 'marked';
import type { Block, Inline } from '@praktikum/document';

/**
 * What stands in an answer, as blocks of a document. HTML is text like any other and not obeyed; pictures and
 * links are shown as what they say: a report loads nothing.
 */
export function answerBlocks(token: Token): Block[] {
  switch (token.type) {
    case 'paragraph':
      return paragraph(inlines((token as Tokens.Paragraph).tokens));
    case 'text':
      return paragraph(inlines((token as Tokens.Text).tokens ?? [token]));
    case 'heading':
      return paragraph([{ text: (token as Tokens.Heading).text, mark: 'bold' }]);
    case 'list':
      return listBlocks(token as Tokens.List);
    case 'blockquote':
      return (token as Tokens.Blockquote).tokens.flatMap(answerBlocks);
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }];
    case 'html':
      return paragraph([withoutComments(token.raw).trim()]);
    case 'table':
      return [tableBlock(token as Tokens.Table)];
    default:
      return []; // space, rules, definitions of links
  }
}

function paragraph(text: readonly Inline[]): Block[] {
  const isEmpty = text.every((part) => typeof part === 'string' && part.trim() === '');
  return isEmpty ? [] : [{ kind: 'paragraph', text }];
}

function listBlocks({ ordered, items }: Tokens.List): Block[] {
  const texts = items.map((item) => itemInlines(item, '')).filter((text) => text.length > 0);
  return texts.length === 0 ? [] : [{ kind: 'list', ordered, items: texts }];
}

/** A list in a list stands below its item, each line with a dash. */
function itemInlines({ tokens }: Tokens.ListItem, indent: string): Inline[] {
  return tokens.flatMap((token) => {
    if (token.type === 'list') {
      const { items } = token as Tokens.List;
      const inner = `${indent}\u2003`;
      return items.flatMap((item) => [`\n${inner}– `, ...itemInlines(item, inner)]);
    }
    if (token.type === 'code') return ['\n', { text: (token as Tokens.Code).text, mark: 'code' }];
    return inlines('tokens' in token ? (token.tokens ?? []) : [token]);
  });
}

function inlines(tokens: readonly Token[]): Inline[] {
  return tokens.flatMap(inline);
}

function inline(token: Token): Inline[] {
  switch (token.type) {
    case 'strong':
      return marked(token as Tokens.Strong, 'bold');
    case 'em':
      return marked(token as Tokens.Em, 'italic');
    case 'codespan':
      return [{ text: (token as Tokens.Codespan).text, mark: 'code' }];
    case 'br':
      return ['\n'];
    case 'html':
      return [withoutComments(token.raw)];
    case 'link': {
      const { text, href } = token as Tokens.Link;
      return [text === href ? text : `${text} (${href})`];
    }
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return tokens ? inlines(tokens) : [text];
    }
    case 'escape':
      return [(token as Tokens.Escape).text];
    default:
      return [token.raw];
  }
}

/** Of marks in marks the outer one counts. */
function marked({ tokens }: Tokens.Strong | Tokens.Em, mark: 'bold' | 'italic'): Inline[] {
  return [{ text: textOf(inlines(tokens)), mark }];
}

function textOf(parts: readonly Inline[]): string {
  const texts = parts.map((part) => {
    if (typeof part === 'string') return part;
    return 'text' in part ? part.text : '';
  });
  return texts.join('');
}

function tableBlock({ header, rows }: Tokens.Table): Block {
  const cells = (row: readonly Tokens.TableCell[]) => row.map(({ tokens }) => inlines(tokens));
  return { kind: 'table', caption: '', header: cells(header), rows: rows.map(cells) };
}

function withoutComments(html: string): string {
  return html.replaceAll(/<!--[\s\S]*?(-->|$)/g, '');
}
