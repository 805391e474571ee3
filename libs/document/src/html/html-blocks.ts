import type { Language } from '@praktikum/protocol';
import { escapeText } from '@praktikum/protocol/markup';
import type { Block } from '../document.ts';
import {
  numberBlocks,
  type NumberedBlock,
  type NumberedFigure,
  type NumberedTable,
} from '../numbering/numbered-block.ts';
import { type Label, Numbering } from '../numbering/numbering.ts';
import { pictureSize } from '../picture/picture-size.ts';
import type { Runs } from '../text/runs.ts';
import { DOCUMENT_TEXTS } from '../texts.ts';
import { escapeWithOptions, htmlCell, htmlRuns } from './html-runs.ts';

/**
 * Blocks alone, for a page of one's own: `htmlPage` has the style sheet that goes with them.
 * @param numbering counts on through several calls; references lead to blocks of this call and of those before
 * @throws {Error} where a text refers to what is not there
 */
export function htmlBlocks(
  blocks: readonly Block[],
  language: Language,
  numbering = new Numbering(language),
): string {
  const { lang } = DOCUMENT_TEXTS[language];
  return `<div class="document-blocks" lang="${lang}">${numberedHtml(numberBlocks(blocks, numbering))}</div>`;
}

export function numberedHtml(blocks: readonly NumberedBlock[]): string {
  return blocks.map(htmlBlock).join('\n');
}

function htmlBlock(block: NumberedBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.text);
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${htmlRuns(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return table(block);
    case 'figure':
      return figure(block);
    case 'code': {
      const lines = block.lines.map(
        (line) => `<span class="document-line">${escapeWithOptions(line)}\n</span>`,
      );
      return `<pre><code>${lines.join('')}</code></pre>`;
    }
    case 'quote':
      return `<blockquote>${block.paragraphs.map(paragraph).join('')}</blockquote>`;
    case 'gap':
      return `<p class="document-gap">${htmlRuns(block.text)}</p>`;
  }
}

function paragraph(text: Runs): string {
  return `<p>${htmlRuns(text)}</p>`;
}

const WIDE_COLUMNS = 6; // on paper, more than their longest words may have room for

function table(block: NumberedTable): string {
  const { label, caption, header, rows } = block;
  const columns = (header.length > 0 ? header : rows[0]!).length;
  const wide = columns >= WIDE_COLUMNS ? ' class="document-wide"' : '';
  const head = header.length > 0 ? `<thead>${tableRow(header, 'th', block)}</thead>` : '';
  const body = rows.map((row) => tableRow(row, 'td', block)).join('\n');
  return (
    `${scrollArea(label)}<table id="${label.anchor}"${wide}>` +
    `<caption>${captionHtml(label.label, caption)}</caption>` +
    `${head}<tbody>${body}</tbody></table></div>`
  );
}

function tableRow(row: readonly Runs[], tag: 'th' | 'td', { numeric }: NumberedTable): string {
  const scope = tag === 'th' ? ' scope="col"' : '';
  const cells = row.map((runs, column) => {
    const side = numeric.has(column) ? ' class="document-numeric"' : '';
    return `<${tag}${scope}${side}>${htmlCell(runs)}</${tag}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

/** Scrolls what is wider than the screen, with the keyboard too. */
function scrollArea({ label }: Label): string {
  return `<div class="document-scroll" tabindex="0" role="group" aria-label="${label}">`;
}

/** As an image of its own, a picture loads nothing, runs nothing, and shares no ids with the others. */
function figure({ label, caption, picture, alt }: NumberedFigure): string {
  const { width, height } = pictureSize(picture);
  const { svg, png } = picture;
  const type = png ? 'image/png' : 'image/svg+xml';
  const data = Buffer.from(png ?? svg).toString('base64');
  return (
    `<figure id="${label.anchor}">${scrollArea(label)}` +
    `<img src="data:${type};base64,${data}" alt="${escapeText(alt)}"` +
    ` width="${pixels(width)}" height="${pixels(height)}"></div>` +
    `<figcaption>${captionHtml(label.label, caption)}</figcaption></figure>`
  );
}

function captionHtml(label: string, caption: Runs): string {
  return caption.length > 0 ? `<b>${label}.</b> ${htmlRuns(caption)}` : `<b>${label}</b>`;
}

function pixels(size: number): number {
  return Math.max(1, Math.round(size));
}
