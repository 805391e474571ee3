import { escapeText } from '@praktikum/protocol/markup';
import type { Document } from '../document.ts';
import {
  numberDocument,
  type NumberedDocument,
  type NumberedSection,
} from '../numbering/number-document.ts';
import { DOCUMENT_STYLE, PAGE_STYLE } from './document-style.ts';
import { numberedHtml } from './html-blocks.ts';
import { htmlRuns } from './html-runs.ts';

/** Nothing is loaded, and nothing runs, whatever a text or a picture holds. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/**
 * The document as one HTML file that asks for nothing else; the same document gives the same text.
 * @throws {Error} where a text refers to what is not there, or a picture is no SVG
 */
export function htmlDocument(document: Document): string {
  const numbered = numberDocument(document);
  const { texts, author, sections } = numbered;
  const title = escapeText(numbered.title);
  return `<!doctype html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${author === undefined ? '' : `<meta name="author" content="${escapeText(author)}">\n`}<title>${title}</title>
<style>${DOCUMENT_STYLE}${PAGE_STYLE}</style>
</head>
<body class="document-blocks">
<main>
<header><h1>${title}</h1>${titleLines(numbered)}</header>
${contents(numbered)}
${sections.map(section).join('\n')}
</main>
</body>
</html>
`;
}

function titleLines({ titlePage }: NumberedDocument): string {
  if (titlePage.length === 0) return '';
  const lines = titlePage.map(
    ({ label, value }) => `<dt>${escapeText(label)}</dt><dd>${htmlRuns(value)}</dd>`,
  );
  return `<dl>${lines.join('')}</dl>`;
}

function contents({ texts, sections }: NumberedDocument): string {
  const outer = sections.filter(({ level }) => level === 1);
  const entries = outer.map((each) => {
    const inner = sections.filter(({ parentAnchor }) => parentAnchor === each.anchor).map(entry);
    const below = inner.length > 0 ? `<ul>${inner.map(item).join('')}</ul>` : '';
    return item(entry(each) + below);
  });
  const list = entries.length > 0 ? `<ul>${entries.join('')}</ul>` : '';
  return `<nav aria-label="${texts.contents}"><h2>${texts.contents}</h2>${list}</nav>`;
}

function entry({ number, title, anchor }: NumberedSection): string {
  return `<a href="#${anchor}">${number} ${escapeText(title)}</a>`;
}

function item(inner: string): string {
  return `<li>${inner}</li>`;
}

function section({ level, number, title, anchor, blocks }: NumberedSection): string {
  const tag = `h${level + 1}`;
  const heading = `<${tag} id="${anchor}">${number} ${escapeText(title)}</${tag}>`;
  return `${heading}\n${numberedHtml(blocks)}`;
}
