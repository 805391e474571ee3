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
      return [{ kind: 'code', text: token.raw.trim() }];
    default:
      return []; // space, rules, definitions of links
  }
}

function paragraph(text: readonly Inline[]): Block[] {
  const isEmpty = text.every((part) => typeof part === 'string' && part.trim() === '');
  return isEmpty ? [] : [{ kind: 'paragraph', text }];
}

/** A list in a list follows its item as items of the same list. */
function listBlocks({ ordered, items }: Tokens.List): Block[] {
  const texts = items.flatMap(itemTexts).filter((text) => text.length > 0);
  return texts.length === 0 ? [] : [{ kind: 'list', ordered, items: texts }];
}

function itemTexts({ tokens }: Tokens.ListItem): Inline[][] {
  const own = tokens.filter(({ type }) => type !== 'list');
  const inner = tokens.filter((token): token is Tokens.List => token.type === 'list');
  const text = own.flatMap((token) => inlines('tokens' in token ? (token.tokens ?? []) : [token]));
  return [text, ...inner.flatMap(({ items }) => items.flatMap(itemTexts))];
}

function inlines(tokens: readonly Token[]): Inline[] {
  return tokens.flatMap(inline);
}

function inline(token: Token): Inline[] {
  switch (token.type) {
    case 'strong':
      return [{ text: (token as Tokens.Strong).text, mark: 'bold' }];
    case 'em':
      return [{ text: (token as Tokens.Em).text, mark: 'italic' }];
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

function withoutComments(html: string): string {
  return html.replaceAll(/<!--[\s\S]*?(-->|$)/g, '');
}
