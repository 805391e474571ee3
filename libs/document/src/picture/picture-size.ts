import type { Picture } from '../document.ts';

/** Of a picture: in CSS pixels as drawn, in points as printed. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const POINTS_PER_PIXEL = 72 / 96;

/**
 * How large a picture is by its own word: `width` and `height` of an SVG's root, otherwise its `viewBox`; the
 * first chunk of a PNG (IHDR, PNG 3rd edition, 11.2.1).
 * @returns CSS pixels
 * @throws {Error} where an SVG says neither
 */
export function pictureSize({ svg, png }: Picture): Size {
  if (png === undefined) return svgSize(svg);
  const header = new DataView(png.buffer, png.byteOffset);
  return { width: header.getUint32(16), height: header.getUint32(20) };
}

function svgSize(svg: string): Size {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const [, , boxWidth, boxHeight] = (attribute(root, 'viewBox') ?? '').trim().split(/[\s,]+/);
  const width = Number.parseFloat(attribute(root, 'width') ?? boxWidth ?? '');
  const height = Number.parseFloat(attribute(root, 'height') ?? boxHeight ?? '');
  if (!(width > 0 && height > 0)) {
    throw new Error('a picture needs `width` and `height` in pixels, or a `viewBox`');
  }
  return { width, height };
}

/** As large as drawn, or smaller where it would not fit. @param within points @returns points */
export function printedSize({ width, height }: Size, within: Size): Size {
  const scale = Math.min(POINTS_PER_PIXEL, within.width / width, within.height / height);
  return { width: width * scale, height: height * scale };
}

function attribute(tag: string, name: string): string | undefined {
  // Units other than pixels, and percentages, are none of ours.
  return new RegExp(`\\s${name}=["']([^"'%]*)["']`).exec(tag)?.[1];
}
