import type { IUnicodeVersionProvider } from '@xterm/headless';

/** Emulators have this many columns for a character: none for one that joins the one before it. */
type Columns = 0 | 1 | 2;

const JOINING = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const EMOJI = /^\p{Emoji_Presentation}$/u;

/** East Asian Wide and Fullwidth, whole blocks of them (UAX #11), from … to. */
const WIDE_BLOCKS = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x17000, 0x1b2ff],
  [0x20000, 0x3fffd],
] as const;

function columnsOf(codePoint: number): Columns {
  if (codePoint < 0x300) return 1;
  const character = String.fromCodePoint(codePoint);
  if (JOINING.test(character)) return 0;
  const isWide = WIDE_BLOCKS.some(([from, to]) => codePoint >= from && codePoint <= to);
  return isWide || EMOJI.test(character) ? 2 : 1;
}

/**
 * The widths of characters as terminals have them today: @xterm/headless by itself knows those of
 * Unicode 6, where emoji are one column wide.
 */
export const CHARACTER_WIDTHS: IUnicodeVersionProvider = {
  version: 'today',
  wcwidth: columnsOf,
  /** @returns the width and whether it joins, packed as the emulator wants it */
  charProperties(codePoint, preceding) {
    const width = columnsOf(codePoint);
    const widthBefore = (preceding >> 1) & 3;
    const joins = width === 0 && widthBefore > 0;
    return ((joins ? widthBefore : width) << 1) | Number(joins);
  },
};
