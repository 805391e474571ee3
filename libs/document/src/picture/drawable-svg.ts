import { cleanText } from '../text/clean-text.ts';
import { drawableText } from './drawable-text.ts';
import { FONT_FILES } from './fonts.ts';
import { hasGlyph } from './glyphs.ts';

const CHARACTER_REFERENCE = /&#(?:x([0-9a-f]+)|([0-9]+));/gi;

/**
 * A picture of which each character can be drawn; what could not, is a box. Outside of its texts a picture is
 * ASCII, so all of it may be treated as text.
 */
export function drawableSvg(svg: string): string {
  const spelledOut = svg.replace(CHARACTER_REFERENCE, (whole, hex?: string, decimal?: string) => {
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return codePoint < 0x80 || codePoint > 0x10ffff ? whole : String.fromCodePoint(codePoint);
  });
  return drawableText(cleanText(spelledOut), isInEachFace);
}

/**
 * What a proportional font alone has, such as emoji, is a box in pictures: for one such character resvg sets
 * all of the text around it in that font, and the columns of a terminal shift.
 */
function isInEachFace(codePoint: number): boolean {
  return [FONT_FILES.code.normal, FONT_FILES.code.bold].every((file) => hasGlyph(file, codePoint));
}
