import { escapeText } from '@praktikum/protocol/markup';
import type { Document } from '../document.ts';
import {
  numberDocument,
  type NumberedDocument,
  type NumberedSection,
} from '../numbering/number-document.ts';
import { PAGE_STYLE } from './document-style.ts';
import { numberedHtml } from './html-blocks.ts';
import { htmlPage } from './html-page.ts';
import { htmlRuns } from './html-runs.ts';

/**
 * The document as one HTML file that asks for nothing else; the same document gives the same text.
 * @throws {Error} where a text refers to what is not there, or a picture is no SVG
 */
export function htmlDocument(document: Document): string {
  const numbered = numberDocument(document);
  const { texts, author, sections } = numbered;
  return htmlPage({
    ...{ lang: texts.lang, title: numbered.title, author, style: PAGE_STYLE },
    body: `<main>
<header><h1>${escapeText(numbered.title)}</h1>${titleLines(numbered)}</header>
${contents(numbered)}
${sections.map(section).join('\n')}
</main>`,
  });
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
