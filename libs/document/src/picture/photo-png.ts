import { GIF } from 'image-size/types/gif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import type { Size } from './picture-size.ts';

/**
 * Most pixels of a photo: more than telephones take.
 * @unit pixels
 * @against a file of some kilobytes whose pixels take gigabytes
 * @provenBy ./photo-png.spec.ts: draws no picture of 10,000,000,000 pixels
 */
const MAX_PHOTO_PIXELS = 64_000_000;

/**
 * A photo whose sides have more pixels is drawn smaller: this is 250 dots an inch across a page.
 * @unit pixels
 * @against a report that is too large for a mail
 * @provenBy ./photo-png.spec.ts: draws a large photo smaller
 */
const MAX_PHOTO_SIDE = 1600;

/** Pixels of a side that is as long as it is because the other one has one pixel. */
const LONGEST_LINE = 4 * MAX_PHOTO_SIDE;

/**
 * A photo or a screenshot as PNG, drawn anew: upright, and without what a camera writes beside it, such as
 * the place.
 * @param bytes PNG, JPEG or GIF
 * @returns undefined where it is none of these, is damaged, or is too large
 */
export async function photoPng(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const photo = readHeader(bytes);
  if (photo === undefined || photo.width * photo.height > MAX_PHOTO_PIXELS) return undefined;
  const { svg, width, height } = uprightSvg(photo, bytes);
  const most = Math.min(1, MAX_PHOTO_SIDE / Math.max(width, height));
  const value = Math.max(most, 1 / Math.min(width, height)); // a line stays one
  if (Math.max(width, height) * value > LONGEST_LINE) return undefined;
  const { Resvg } = await import('@resvg/resvg-js');
  const drawn = new Resvg(svg, { fitTo: { mode: 'zoom', value } }).render();
  // What cannot be decoded is not drawn.
  return drawn.pixels.some((byte) => byte > 0) ? drawn.asPng() : undefined;
}

interface Photo extends Size {
  readonly type: string;
  /** Where the first row and the first column belong: 1 to 8 (Exif 3.0, 4.6.5.1.6). */
  readonly orientation: number;
}

const FORMATS = { png: PNG, jpeg: JPG, gif: GIF };

function readHeader(bytes: Uint8Array): Photo | undefined {
  try {
    for (const [type, format] of Object.entries(FORMATS)) {
      if (!format.validate(bytes)) continue;
      const { width, height, orientation = 1 } = format.calculate(bytes);
      const isKnown = orientation >= 1 && orientation <= UPRIGHT.length;
      if (width === 0 || height === 0) return undefined;
      return { type, width, height, orientation: isKnown ? orientation : 1 };
    }
  } catch {
    // It ends within its header.
  }
  return undefined;
}

/** Turns and mirrors a photo by its orientation; from the fifth on it lies on its side. */
const UPRIGHT: readonly ((width: number, height: number) => string)[] = [
  () => 'matrix(1 0 0 1 0 0)',
  (width) => `matrix(-1 0 0 1 ${width} 0)`,
  (width, height) => `matrix(-1 0 0 -1 ${width} ${height})`,
  (_, height) => `matrix(1 0 0 -1 0 ${height})`,
  () => 'matrix(0 1 1 0 0 0)',
  (_, height) => `matrix(0 1 -1 0 ${height} 0)`,
  (width, height) => `matrix(0 -1 -1 0 ${height} ${width})`,
  (width) => `matrix(0 -1 1 0 0 ${width})`,
];
const FIRST_ON_ITS_SIDE = 5;

function uprightSvg({ type, width, height, orientation }: Photo, bytes: Uint8Array) {
  const transform = UPRIGHT[orientation - 1]!(width, height);
  const size =
    orientation < FIRST_ON_ITS_SIDE ? { width, height } : { width: height, height: width };
  const data = Buffer.from(bytes).toString('base64');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">` +
    `<image width="${width}" height="${height}" transform="${transform}" href="data:image/${type};base64,${data}"/>` +
    '</svg>';
  return { svg, ...size };
}
