import { withoutLinks } from '../text/without-links.ts';
import { drawableSvg } from './drawable-svg.ts';
import { FONT_FILES } from './fonts.ts';
import { pictureSize } from './picture-size.ts';

/**
 * The pixels of a picture as PNG, in its width or its height.
 * @unit pixels
 * @against a picture of 20,000 pixels that takes gigabytes to draw
 * @provenBy ./svg-png.spec.ts: draws a picture of 20,000 pixels smaller
 */
const MAX_PNG_SIDE = 4096;

/**
 * A picture as PNG, drawn with DejaVu on every machine. What DejaVu lacks is a box.
 * @param scale pixels of the PNG for one CSS pixel of the picture, 1 by default; less for a very large one
 * @throws {Error} where `svg` is no SVG
 */
export async function svgPng(svg: string, { scale = 1 } = {}): Promise<Uint8Array> {
  const { width, height } = pictureSize({ svg });
  const most = Math.min(scale, MAX_PNG_SIDE / Math.max(width, height));
  // A line of one pixel stays one when it is made smaller.
  const value = Math.max(most, 1 / Math.min(width, height));
  const fitTo = { mode: 'zoom', value } as const;
  const { Resvg, font } = await drawing();
  return new Resvg(drawableSvg(withoutLinks(svg)), { font, fitTo }).render().asPng();
}

/**
 * The same picture without text: letters are the outlines that DejaVu has for them. Whatever draws paths
 * draws it alike, with no font.
 */
export async function outlinedSvg(svg: string): Promise<string> {
  const { Resvg, font } = await drawing();
  return new Resvg(drawableSvg(svg), { font }).toString();
}

const FILES = [FONT_FILES.picture, FONT_FILES.code].flatMap((face) => Object.values(face));

async function drawing() {
  const { Resvg } = await import('@resvg/resvg-js');
  const font = {
    loadSystemFonts: false,
    fontFiles: FILES,
    defaultFontFamily: 'DejaVu Sans',
    sansSerifFamily: 'DejaVu Sans',
    serifFamily: 'DejaVu Sans',
    monospaceFamily: 'DejaVu Sans Mono',
  };
  return { Resvg, font };
}
