import { AlignmentType, ImageRun, LineRuleType, Paragraph } from 'docx';
import type { Picture } from '../document.ts';
import type { NumberedFigure } from '../numbering/numbered-block.ts';
import { figureSize } from '../picture/figure-size.ts';
import { pictureSize, type Size } from '../picture/picture-size.ts';
import { svgPng } from '../picture/svg-png.ts';
import { docxCaption } from './docx-caption.ts';

const PNG_PIXELS_PER_POINT = 3; // 216 dots an inch in print
const PIXELS_PER_POINT = 96 / 72;

/** A picture on one page with its caption; an SVG also as PNG, for programs that draw none. */
export async function docxFigure(block: NumberedFigure): Promise<Paragraph[]> {
  const size = figureSize(block);
  const { width, height } = size;
  const picture = new ImageRun({
    ...(await imageData(block.picture, size)),
    // An extent of 0 is no picture to Word.
    transformation: {
      width: Math.max(1, width * PIXELS_PER_POINT),
      height: Math.max(1, height * PIXELS_PER_POINT),
    },
    altText: { name: block.label.label, description: block.alt },
  });
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 120, after: 0, line: 240, lineRule: LineRuleType.AUTO },
      children: [picture],
    }),
    docxCaption(block, 'below'),
  ];
}

async function imageData({ svg, png }: Picture, { width }: Size) {
  if (png !== undefined) return { type: 'png', data: Buffer.from(png) } as const;
  const scale = (PNG_PIXELS_PER_POINT * width) / pictureSize({ svg }).width;
  const fallback = { type: 'png', data: await svgPng(svg, { scale }) } as const;
  return { type: 'svg', data: Buffer.from(svg), fallback } as const;
}
