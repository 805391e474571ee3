import type { NumberedFigure } from '../numbering/numbered-block.ts';
import { TEXT_HEIGHT, TEXT_WIDTH } from '../page.ts';
import { plainText } from '../text/runs.ts';
import { pictureSize, printedSize, type Size } from './picture-size.ts';

const CAPTION_LINE = { characters: 75, points: 15 };
const AROUND_POINTS = 30;
/** A caption as long as a page leaves the picture this part of it. */
const LEAST_PART = 0.4;

/** How large a figure is printed: no wider than the text, and on one page with its caption. @returns points */
export function figureSize(figure: NumberedFigure): Size {
  const lines = 1 + Math.ceil(plainText(figure.caption).length / CAPTION_LINE.characters);
  const left = TEXT_HEIGHT - AROUND_POINTS - lines * CAPTION_LINE.points;
  const height = Math.max(TEXT_HEIGHT * LEAST_PART, left);
  return printedSize(pictureSize(figure.svg), { width: TEXT_WIDTH, height });
}
