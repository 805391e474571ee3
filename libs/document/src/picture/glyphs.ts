import { readFileSync } from 'node:fs';

/** From one character code to another, both included. */
type Range = readonly [first: number, last: number];

const known = new Map<string, readonly Range[]>();

/** Whether a font has something to draw a character with. @param file a TrueType font */
export function hasGlyph(file: string, codePoint: number): boolean {
  let ranges = known.get(file);
  if (ranges === undefined) known.set(file, (ranges = glyphRanges(readFileSync(file))));
  return ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}

const WINDOWS = 3;
const FULL_UNICODE = 10;
const SEGMENTED = 12;

/**
 * Reads the table `cmap` in its format 12, which all of DejaVu's fonts have (OpenType 1.9, cmap):
 * groups of a first character, a last one, and the glyph of the first.
 */
function glyphRanges(font: Buffer): readonly Range[] {
  const cmap = tableOffset(font, 'cmap');
  const encodings = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => {
    const record = cmap + 4 + at * 8;
    const full =
      font.readUInt16BE(record) === WINDOWS && font.readUInt16BE(record + 2) === FULL_UNICODE;
    return full ? cmap + font.readUInt32BE(record + 4) : 0;
  });
  const table = encodings.find((offset) => offset > 0) ?? 0;
  if (table === 0 || font.readUInt16BE(table) !== SEGMENTED)
    throw new Error('a font without cmap 12');
  return Array.from({ length: font.readUInt32BE(table + 12) }, (_, at) => {
    const group = table + 16 + at * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let at = 0; at < tables; at++) {
    const record = 12 + at * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`a font without ${tag}`);
}
