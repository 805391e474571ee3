import type { IBufferCell } from '@xterm/headless';
import { GROUND, INK, mix, paletteColor, readable, rgbColor } from './palette.ts';
import { xmlText } from './xml-text.ts';

/** How a cell looks, its colours as they are drawn: inverse and dim are in them. */
interface CellLook {
  readonly ink: string;
  readonly ground: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
}

export interface ScreenCell extends CellLook {
  /** One character, with all that joins it; a space where there is none. */
  readonly text: string;
  readonly columns: 1 | 2;
}

/** How much of the ground is in a dim ink. */
const DIM = 0.3;

/** These would turn the text of a picture around, and are no part of what a terminal shows (UAX #9). */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function screenCell(cell: IBufferCell): ScreenCell {
  const text = cell.isInvisible() ? ' ' : cell.getChars();
  return {
    text: xmlText(text.normalize().replace(TURNING, '')) || ' ',
    columns: cell.getWidth() === 2 ? 2 : 1,
    ...colors(cell),
    bold: cell.isBold() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    strikethrough: cell.isStrikethrough() !== 0,
  };
}

function colors(cell: IBufferCell): Pick<CellLook, 'ink' | 'ground'> {
  if (cell.isAttributeDefault()) return { ink: INK, ground: GROUND }; // nearly all are
  const asked = { ink: inkOf(cell), ground: groundOf(cell) };
  const turned = cell.isInverse() ? { ink: asked.ground, ground: asked.ink } : asked;
  const ink = cell.isDim() ? mix(turned.ink, turned.ground, DIM) : turned.ink;
  return { ink: readable(ink, turned.ground), ground: turned.ground };
}

function inkOf(cell: IBufferCell): string {
  if (cell.isFgRGB()) return rgbColor(cell.getFgColor());
  return cell.isFgPalette() ? paletteColor(cell.getFgColor(), 'ink') : INK;
}

function groundOf(cell: IBufferCell): string {
  if (cell.isBgRGB()) return rgbColor(cell.getBgColor());
  return cell.isBgPalette() ? paletteColor(cell.getBgColor(), 'ground') : GROUND;
}
