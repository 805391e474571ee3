import { describe, expect, it } from '@jest/globals';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { indexedPng } from './indexed-png.ts';

type Chunks = Readonly<Record<string, Buffer>>;
const SIGNATURE = '89504e470d0a1a0a';

function png(width: number, height: number, rows: Buffer, type = 2): Buffer {
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, type, 0, 0, 0]);
  const parts = { IHDR: header, IDAT: deflateSync(rows), IEND: Buffer.alloc(0) };
  return Buffer.concat([
    Buffer.from(SIGNATURE, 'hex'),
    ...Object.entries(parts).map(([name, data]) => {
      const chunk = Buffer.alloc(12 + data.length);
      chunk.writeUInt32BE(data.length);
      chunk.write(name, 4);
      chunk.set(data, 8);
      return chunk; // nobody looks at the sum
    }),
  ]);
}

function chunksOf(bytes: Buffer): Chunks {
  expect(bytes.toString('hex', 0, 8)).toBe(SIGNATURE);
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = at + 8 + length;
    expect(bytes.readUInt32BE(end)).toBe(crc32(bytes.subarray(at + 4, end)));
    chunks[bytes.toString('latin1', at + 4, at + 8)] = bytes.subarray(at + 8, end);
    at = end + 4;
  }
  return chunks;
}

/** Its pixels, one colour after the other. */
function pixels(bytes: Buffer): string[] {
  const { IHDR, PLTE, IDAT } = chunksOf(bytes);
  const row = IHDR!.readUInt32BE(0) + 1;
  const places = [...inflateSync(IDAT!)].filter((_, index) => index % row !== 0);
  return places.map((place) => PLTE!.toString('hex', place * 3, place * 3 + 3));
}

describe('indexedPng', () => {
  it('keeps every pixel, whatever filters the rows had', () => {
    const rows = [
      [0, 10, 20, 30, 40, 50, 60], // none
      [1, 10, 20, 30, 30, 30, 30], // + left
      [2, 0, 0, 0, 0, 0, 1], // + above
      [3, 5, 10, 15, 0, 0, 0], // + mean of left and above
      [4, 0, 0, 0, 250, 0, 0], // + nearest of left, above, above left; 40 + 250 = 34 (mod 256)
    ];
    const image = indexedPng(png(2, 5, Buffer.from(rows.flat())));
    expect(pixels(image)).toEqual([
      ...['0a141e', '28323c'],
      ...['0a141e', '28323c'],
      ...['0a141e', '28323d'],
      ...['0a141e', '19232d'],
      ...['0a141e', '13232d'],
    ]);
  });

  it('joins the colours that differ least where there are too many', () => {
    const width = 250;
    const reds = Array.from({ length: width }, (_, red) => [red, 0, 0]);
    const blues = reds.map(([value]) => [0, 0, value! & ~31]);
    const rows = [
      0,
      ...reds.flat(),
      0,
      ...blues.flat(),
      0,
      ...reds.map(([red]) => [red, 9, 9]).flat(),
    ];
    const image = indexedPng(png(width, 3, Buffer.from(rows as number[])));
    const seen = pixels(image);
    expect(new Set(seen).size).toBeLessThanOrEqual(256);
    // What is far from all others stays as it is.
    expect(seen.slice(width, 2 * width)).toEqual(
      blues.map((blue) => Buffer.from(blue).toString('hex')),
    );
    const off = reds.map(([red], index) => Math.abs(red! - parseInt(seen[index]!.slice(0, 2), 16)));
    expect(Math.max(...off)).toBeLessThanOrEqual(3);
  });

  it('refuses another kind of PNG', () => {
    expect(() => indexedPng(png(1, 1, Buffer.alloc(5), 6))).toThrow('no PNG of a browser');
  });
});
