import { AlignmentType, ImageRun, LineRuleType, Paragraph } from 'docx';
import type { NumberedFigure } from '../numbering/numbered-block.ts';
import { figureSize } from '../picture/figure-size.ts';
import { pictureSize } from '../picture/picture-size.ts';
import { svgPng } from '../picture/svg-png.ts';
import { docxCaption } from './docx-caption.ts';

const PNG_PIXELS_PER_POINT = 3; // 216 dots an inch in print
const PIXELS_PER_POINT = 96 / 72;

/** A picture as SVG, and as PNG for programs that draw none, on one page with its caption. */
export async function docxFigure(block: NumberedFigure): Promise<Paragraph[]> {
  const { width, height } = figureSize(block);
  const scale = (PNG_PIXELS_PER_POINT * width) / pictureSize(block.svg).width;
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(block.svg),
    fallback: { type: 'png', data: await svgPng(block.svg, { scale }) },
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
