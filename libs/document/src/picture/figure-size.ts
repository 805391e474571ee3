import type { NumberedFigure } from '../numbering/numbered-block.ts';
import { TEXT_HEIGHT, TEXT_WIDTH } from '../page.ts';
import { plainText } from '../text/runs.ts';
import { pictureSize, printedSize, type Size } from './picture-size.ts';

const CAPTION_LINE = { characters: 75, points: 15 };
/** Above and below it, with the headings that may stand there. */
const AROUND_POINTS = 120;
/** What a very long caption leaves of the page to its picture. */
const LEAST_PART = 0.4;
/** What a photo takes of a page at the most, upright as a telephone is held: there are no letters in it to be read. */
const PHOTO_PART = 0.5;

interface FigureSize extends Size {
  /** Whether picture and caption fit on one page; what is kept whole and does not fit would be cut. */
  readonly whole: boolean;
}

/** How large a picture is printed: no wider than the text, and on one page with its caption. @returns points */
export function figureSize(figure: NumberedFigure): FigureSize {
  const lines = plainText(figure.caption)
    .split('\n')
    .reduce((sum, line) => sum + Math.ceil(line.length / CAPTION_LINE.characters), 1);
  const left = TEXT_HEIGHT - AROUND_POINTS - lines * CAPTION_LINE.points;
  const most = figure.picture.png ? TEXT_HEIGHT * PHOTO_PART : left;
  const height = Math.max(TEXT_HEIGHT * LEAST_PART, Math.min(most, left));
  const size = printedSize(pictureSize(figure.picture), { width: TEXT_WIDTH, height });
  return { ...size, whole: size.height <= left };
}
