import type { Content, ContentTable, ContentText, Margins } from 'pdfmake/interfaces.js';
import type { Picture } from '../document.ts';
import type { NumberedBlock, NumberedFigure } from '../numbering/numbered-block.ts';
import { TEXT_WIDTH } from '../page.ts';
import { figureSize } from '../picture/figure-size.ts';
import { pictureSize } from '../picture/picture-size.ts';
import { outlinedSvg, svgPng } from '../picture/svg-png.ts';
import { wrapCode } from '../text/wrap-code.ts';
import type { Runs } from '../text/runs.ts';
import { pdfCaption } from './pdf-caption.ts';
import { pdfTable } from './pdf-table.ts';
import { CODE_SIZE, pdfCode, pdfText } from './pdf-text.ts';

export const TEXT_SIZE = 10;
const TEXT = { size: TEXT_SIZE };
const GAP = 8;

export async function pdfBlock(block: NumberedBlock): Promise<Content> {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.text);
    case 'list': {
      const items = block.items.map((item) => ({ text: pdfText(item, TEXT), margin: 1 }));
      const list = block.ordered ? { ol: items } : { ul: items };
      return items.length === 0 ? '' : { ...list, margin: [4, 0, 0, GAP] };
    }
    case 'table':
      return pdfTable(block);
    case 'figure':
      return figure(block);
    case 'code':
      return box(codeLines(block.lines), {
        bar: LINE,
        frame: LINE,
        fill: '#f4f4f4',
        color: '#999999',
      });
    case 'quote':
      return box(
        block.paragraphs.map((text, at) =>
          paragraph(text, at + 1 < block.paragraphs.length ? GAP : 0),
        ),
        { bar: 3, frame: 0, color: '#777777' },
      );
    case 'gap':
      return box([paragraph(block.text, 0)], { bar: 2.5, frame: 2.5, color: '#000000' });
  }
}

function paragraph(text: Runs, below = GAP): ContentText {
  return { text: pdfText(text, TEXT), margin: [0, 0, 0, below] };
}

/** A line that goes on below itself is set in there, so that it is told from the next one. */
const CONTINUED = 20;

function codeLines(lines: readonly string[]): Content[] {
  return lines.flatMap(wrapCode).map((line) => ({
    text: pdfCode(line),
    fontSize: TEXT_SIZE * CODE_SIZE * 0.92,
    margin: [CONTINUED, 0, 0, 0],
    leadingIndent: -CONTINUED,
  }));
}

const LINE = 0.5;

interface Border {
  /** Points, on the left. */
  readonly bar: number;
  /** Points, on the other sides. */
  readonly frame: number;
  readonly color: string;
  readonly fill?: string;
}

/** Blocks with a line around them, or a bar beside them; it goes on over pages. */
function box(content: Content[], { bar, frame, color, fill }: Border): ContentTable {
  return {
    margin: [0, 2, 0, GAP + 2],
    table: { widths: [TEXT_WIDTH - 20 - bar - frame], body: [[{ stack: content }]] },
    layout: {
      hLineWidth: () => frame,
      vLineWidth: (column) => (column === 0 ? bar : frame),
      hLineColor: () => color,
      vLineColor: () => color,
      paddingLeft: () => 10,
      paddingRight: () => 10,
      paddingTop: () => 5,
      paddingBottom: () => 5,
      fillColor: () => fill ?? null,
    },
  };
}

const LONGEST_OUTLINES = 3_000_000; // characters; pdfmake reads them into objects many times as large
const PNG_PIXELS_PER_POINT = 4;

/**
 * A picture and its caption on one page. Its letters are outlines: the SVG engine of pdfmake knows neither
 * `textLength` as others do nor the fonts that it asks for.
 */
async function figure(block: NumberedFigure): Promise<Content> {
  const { width, height, whole } = figureSize(block);
  const margin: Margins = [0, 6, 0, 0];
  const place = { width, height, alignment: 'center', margin } as const;
  const drawn = await pdfPicture(block.picture, width);
  return { unbreakable: whole, stack: [{ ...drawn, ...place }, pdfCaption(block, 'below')] };
}

async function pdfPicture({ svg, png }: Picture, width: number) {
  if (png !== undefined) return pdfImage(png);
  const outlines = await outlinedSvg(svg);
  if (outlines.length <= LONGEST_OUTLINES) return { svg: outlines };
  const scale = (PNG_PIXELS_PER_POINT * width) / pictureSize({ svg }).width;
  return pdfImage(await svgPng(svg, { scale }));
}

function pdfImage(png: Uint8Array) {
  return { image: `data:image/png;base64,${Buffer.from(png).toString('base64')}` };
}
