import { describe, expect, it } from '@jest/globals';
import { Resvg } from '@resvg/resvg-js';
import { photoJpeg } from '../../fixtures/photo.ts';
import { plainPicture } from '../../fixtures/sample-document.ts';
import { photoPng, svgPng } from '../index.ts';
import { pictureSize } from './picture-size.ts';

const WIDTH = 24;
const HEIGHT = 16;

/** The pixels of a PNG, four bytes each. */
function pixelsOf(png: Uint8Array) {
  const { width, height } = pictureSize({ png });
  const data = Buffer.from(png).toString('base64');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${data}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  const isRed = (x: number, y: number) => pixels[(y * width + x) * 4]! > 128;
  return { width, height, isRed };
}

/** Where a photo is red: at which of its corners. */
function redCorners(png: Uint8Array): string {
  const { width, height, isRed } = pixelsOf(png);
  const corners = { 'top left': [0, 0], 'top right': [width - 1, 0] } as const;
  const others = { 'bottom left': [0, height - 1], 'bottom right': [width - 1, height - 1] };
  const all = Object.entries({ ...corners, ...others });
  const red = all.filter(([, [x, y]]) => isRed(x!, y!)).map(([name]) => name);
  return red.join(', ');
}

/** A PNG of more pixels than a picture of a document has. */
async function scaledPng(width: number, height: number): Promise<Uint8Array> {
  return new Resvg(plainPicture(width, height)).render().asPng();
}

describe('photoPng', () => {
  it.each([
    [1, 'top left, bottom left'],
    [2, 'top right, bottom right'],
    [3, 'top right, bottom right'],
    [4, 'top left, bottom left'],
    [5, 'top left, top right'],
    [6, 'top left, top right'],
    [7, 'bottom left, bottom right'],
    [8, 'bottom left, bottom right'],
    [9, 'top left, bottom left'], // there is no ninth
  ])('stands upright, as its camera was held (%d)', async (orientation, red) => {
    const png = (await photoPng(photoJpeg(orientation)))!;
    const isOnItsSide = orientation >= 5 && orientation <= 8;
    expect(pictureSize({ png })).toEqual(
      isOnItsSide ? { width: HEIGHT, height: WIDTH } : { width: WIDTH, height: HEIGHT },
    );
    expect(redCorners(png)).toBe(red);
  });

  it('is drawn without what stands beside its pixels', async () => {
    const png = (await photoPng(photoJpeg(6)))!;
    expect(Buffer.from(photoJpeg(6)).includes('Exif')).toBe(true);
    expect(Buffer.from(png).includes('Exif')).toBe(false);
  });

  it('draws a large photo smaller', async () => {
    const png = (await photoPng(await svgPng(plainPicture(3200, 800))))!;
    expect(pictureSize({ png })).toEqual({ width: 1600, height: 400 });
  });

  it.each([
    [3300, 1],
    [1, 6000],
  ])('keeps a line of %d × %d pixels one', async (width, height) => {
    const png = (await photoPng(await scaledPng(width, height)))!;
    expect(pictureSize({ png })).toEqual({ width, height });
  });

  it('draws no line of 10,000 pixels', async () => {
    await expect(photoPng(await scaledPng(10_000, 1))).resolves.toBeUndefined();
  });

  it('draws no picture of 10,000,000,000 pixels', async () => {
    const png = Buffer.from(await svgPng(plainPicture(4, 4)));
    png.writeUInt32BE(100_000, 16);
    png.writeUInt32BE(100_000, 20);
    await expect(photoPng(png)).resolves.toBeUndefined();
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('bukan gambar')],
    ['an SVG', Buffer.from(plainPicture(4, 4))],
    ['the beginning of a JPEG', photoJpeg(1).subarray(0, 100)],
    ['a JPEG of which the pixels are missing', photoJpeg(1).subarray(0, 290)],
    ['a JPEG that is nothing but its first bytes', Uint8Array.of(0xff, 0xd8)],
    ['a PNG of no pixels', Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000', 'hex')],
  ])('draws %s not at all', async (_, bytes) => {
    await expect(photoPng(bytes)).resolves.toBeUndefined();
  });
});
