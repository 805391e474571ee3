import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const [TRUECOLOUR, INDEXED] = [2, 3];
const CHANNELS = 3;
const MOST_COLOURS = 256;

/**
 * A PNG with a palette of one that a browser has written, in less than half of the bytes. Where there are
 * more than 256 colours, those that differ least are joined: shades at the edges of letters.
 * @param png truecolour with 8 bits for each channel, not interlaced
 * @throws Error for any other PNG
 */
export function indexedPng(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR')!.data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const form = [header[8], header[9], header[12]];
  if (String(form) !== String([8, TRUECOLOUR, 0])) throw new Error(`no PNG of a browser: ${form}`);
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const rows = unfiltered(inflateSync(Buffer.concat(packed)), width, height);
  const colours = Uint32Array.from({ length: width * height }, (_, pixel) =>
    rows.readUIntBE(pixel * CHANNELS, CHANNELS),
  );
  const { palette, places } = paletteOf(colours);
  const indexed = Buffer.alloc((width + 1) * height); // each row begins with its filter: 0, none
  colours.forEach((colour, pixel) => {
    const row = Math.floor(pixel / width);
    indexed[pixel + row + 1] = places.get(colour)!;
  });
  const indexedHeader = Buffer.from(header);
  indexedHeader[9] = INDEXED;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', indexedHeader),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(indexed, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Length, type, data, CRC-32 of type and data. */
function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const said = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(said));
  return Buffer.concat([length, said, sum]);
}

/** Undoes the filters of the rows (PNG, section 9): left, above, their mean, or the nearest of three. */
function unfiltered(filtered: Buffer, width: number, height: number): Buffer {
  const size = width * CHANNELS;
  const rows = Buffer.alloc(size * height);
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (size + 1)]!;
    for (let x = 0; x < size; x += 1) {
      const at = y * size + x;
      const left = x < CHANNELS ? 0 : rows[at - CHANNELS]!;
      const above = y === 0 ? 0 : rows[at - size]!;
      const aboveLeft = x < CHANNELS || y === 0 ? 0 : rows[at - size - CHANNELS]!;
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, aboveLeft)];
      rows[at] = filtered[y * (size + 1) + 1 + x]! + guesses[filter]!;
    }
  }
  return rows;
}

function paeth(left: number, above: number, aboveLeft: number): number {
  const guess = left + above - aboveLeft;
  const [a, b, c] = [left, above, aboveLeft].map((value) => Math.abs(guess - value));
  if (a! <= b! && a! <= c!) return left;
  return b! <= c! ? above : aboveLeft;
}

/** So many colours that every one is close to one of them, and the place of every colour among them. */
function paletteOf(colours: Uint32Array): { palette: number[]; places: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const ranked = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  let palette = ranked;
  for (let apart = 1; palette.length > MOST_COLOURS; apart += 1) palette = spread(ranked, apart);
  const places = ranked.map((colour) => {
    const distances = palette.map((other) => distance(colour, other));
    return [colour, distances.indexOf(Math.min(...distances))] as const;
  });
  return { palette, places: new Map(places) };
}

/** The first of the colours, and each that is farther than this from those before it. */
function spread(ranked: readonly number[], apart: number): number[] {
  const chosen: number[] = [];
  for (const colour of ranked) {
    if (chosen.every((other) => distance(colour, other) > apart)) chosen.push(colour);
  }
  return chosen;
}

/** How far two colours are apart, in the channel in which they differ most. */
function distance(one: number, other: number): number {
  return Math.max(
    Math.abs((one >> 16) - (other >> 16)),
    Math.abs(((one >> 8) & 255) - ((other >> 8) & 255)),
    Math.abs((one & 255) - (other & 255)),
  );
}

function channelsOf(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}
