import { type Token, type Tokens, walkTokens } from 'marked';
import type { Block, Inline } from '@praktikum/document';
import type { AnswerPictures } from './answer-pictures.ts';

/**
 * What stands in an answer, as blocks of a document. HTML is text like any other and not obeyed, and links are
 * shown as what they say: a report loads nothing. Pictures stand below the block that names them.
 */
export function answerBlocks(token: Token, pictures: AnswerPictures): Block[] {
  if (token.type === 'blockquote') {
    return (token as Tokens.Blockquote).tokens
      .flatMap((each) => answerBlocks(each, pictures))
      .map(quoted);
  }
  const figures = imagesIn([token]).flatMap((image) => pictures.place(image));
  return [
    ...(isPicture(token) && figures.length > 0 ? [] : textBlocks(token, pictures)),
    ...figures,
  ];
}

function quoted(block: Block): Block {
  return block.kind === 'paragraph' ? { kind: 'quote', paragraphs: [block.text] } : block;
}

/** The pictures that Markdown names, in its order. */
export function imagesIn(tokens: Token[]): Tokens.Image[] {
  const images: Tokens.Image[] = [];
  walkTokens(tokens, (token) => {
    if (token.type === 'image') images.push(token as Tokens.Image);
  });
  return images;
}

/** A paragraph with nothing but pictures. */
function isPicture(token: Token): boolean {
  const isAlone = (part: Token) => part.type === 'image' || part.raw.trim() === '';
  return token.type === 'paragraph' && (token as Tokens.Paragraph).tokens.every(isAlone);
}

function textBlocks(token: Token, pictures: AnswerPictures): Block[] {
  switch (token.type) {
    case 'paragraph':
      return paragraph(inlines((token as Tokens.Paragraph).tokens, pictures));
    case 'text':
      return paragraph(inlines((token as Tokens.Text).tokens ?? [token], pictures));
    case 'heading':
      return paragraph(marked(token as Tokens.Heading, 'bold', pictures));
    case 'list':
      return listBlocks(token as Tokens.List, pictures);
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }];
    case 'html':
      return paragraph([withoutComments(token.raw).trim()]);
    case 'table':
      return [tableBlock(token as Tokens.Table, pictures)];
    default:
      return []; // space, rules, definitions of links
  }
}

function paragraph(text: readonly Inline[]): Block[] {
  const isEmpty = text.every((part) => typeof part === 'string' && part.trim() === '');
  return isEmpty ? [] : [{ kind: 'paragraph', text }];
}

function listBlocks({ ordered, items }: Tokens.List, pictures: AnswerPictures): Block[] {
  const texts = items
    .map((item) => itemInlines(item, '', pictures))
    .filter((text) => text.length > 0);
  return texts.length === 0 ? [] : [{ kind: 'list', ordered, items: texts }];
}

/** A list in a list stands below its item, each line with a dash. */
function itemInlines(
  { tokens }: Tokens.ListItem,
  indent: string,
  pictures: AnswerPictures,
): Inline[] {
  return tokens.flatMap((token) => {
    if (token.type === 'list') {
      const { items } = token as Tokens.List;
      const inner = `${indent}\u2003`;
      return items.flatMap((item) => [`\n${inner}– `, ...itemInlines(item, inner, pictures)]);
    }
    if (token.type === 'code') return ['\n', { text: (token as Tokens.Code).text, mark: 'code' }];
    return inlines('tokens' in token ? (token.tokens ?? []) : [token], pictures);
  });
}

function inlines(tokens: readonly Token[], pictures: AnswerPictures): Inline[] {
  return tokens.flatMap((token) => inline(token, pictures));
}

function inline(token: Token, pictures: AnswerPictures): Inline[] {
  switch (token.type) {
    case 'strong':
      return marked(token as Tokens.Strong, 'bold', pictures);
    case 'em':
      return marked(token as Tokens.Em, 'italic', pictures);
    case 'codespan':
      return [{ text: (token as Tokens.Codespan).text, mark: 'code' }];
    case 'br':
      return ['\n'];
    case 'html':
      return [withoutComments(token.raw)];
    case 'link': {
      const { text, href, tokens } = token as Tokens.Link;
      return text === href ? [text] : [...inlines(tokens, pictures), ` (${href})`];
    }
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return tokens ? inlines(tokens, pictures) : [text];
    }
    case 'image':
      return [pictures.refer(token as Tokens.Image)];
    case 'escape':
      return [(token as Tokens.Escape).text];
    default:
      return [token.raw];
  }
}

/** Of marks in marks the outer one counts. */
function marked(
  { tokens }: Tokens.Strong | Tokens.Em | Tokens.Heading,
  mark: 'bold' | 'italic',
  pictures: AnswerPictures,
): Inline[] {
  const parts: Inline[] = [];
  for (const part of inlines(tokens, pictures)) {
    const last = parts.at(-1);
    if (typeof part === 'object' && 'referTo' in part) parts.push(part);
    else {
      const text = typeof part === 'string' ? part : part.text;
      if (typeof last === 'object' && 'text' in last)
        parts.splice(-1, 1, { text: last.text + text, mark });
      else parts.push({ text, mark });
    }
  }
  return parts;
}

/** Columns are set to the right where the line below the header says so: `---:`. */
function tableBlock({ header, rows, align }: Tokens.Table, pictures: AnswerPictures): Block {
  const cells = (row: readonly Tokens.TableCell[]) =>
    row.map(({ tokens }) => inlines(tokens, pictures));
  const numeric = align.flatMap((side, column) => (side === 'right' ? [column] : []));
  return { kind: 'table', caption: '', header: cells(header), rows: rows.map(cells), numeric };
}

function withoutComments(html: string): string {
  return html.replaceAll(/<!--[\s\S]*?(-->|$)/g, '');
}
