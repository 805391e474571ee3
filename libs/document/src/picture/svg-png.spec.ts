import { describe, expect, it } from '@jest/globals';
import { plainPicture, terminalPicture } from '../../fixtures/sample-document.ts';
import { svgPng } from '../index.ts';

/** The width and the height in the header of a PNG, its IHDR. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const buffer = Buffer.from(png);
  expect(buffer.toString('latin1', 1, 4)).toBe('PNG');
  return [buffer.readUInt32BE(16), buffer.readUInt32BE(20)];
}

const text = (inner: string) => terminalPicture([inner]);

describe('svgPng', () => {
  it('has the pixels of the picture, times its scale', async () => {
    expect(sizeOf(await svgPng(plainPicture(30, 20)))).toEqual([30, 20]);
    expect(sizeOf(await svgPng(plainPicture(30, 20), { scale: 2 }))).toEqual([60, 40]);
    expect(
      sizeOf(await svgPng('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 9"/>')),
    ).toEqual([7, 9]);
  });

  it('draws a picture of 20,000 pixels smaller', async () => {
    expect(sizeOf(await svgPng(plainPicture(20_000, 10_000), { scale: 3 }))).toEqual([4096, 2048]);
    expect(sizeOf(await svgPng(plainPicture(1, 1), { scale: 0.1 }))).toEqual([1, 1]);
  });

  it('draws a box for each character that DejaVu lacks, two columns wide where the character is', async () => {
    const same = async (foreign: string, boxes: string) =>
      expect(Buffer.from(await svgPng(text(foreign))).equals(await svgPng(text(boxes)))).toBe(true);
    await same('a世界b', 'a□\u00a0□\u00a0b');
    await same('👩‍🔧|', '□\u00a0|');
    await same('\u{16900}|', '□|'); // Bamum, which is not wide
    const spelled = await svgPng(text('世b').replace('世', '&#19990;'));
    expect(Buffer.from(spelled).equals(await svgPng(text('□\u00a0b')))).toBe(true);
    expect(Buffer.from(await svgPng(text('│ ✓ é')))).not.toEqual(
      Buffer.from(await svgPng(text('□ □ □'))),
    );
  });

  it('draws text with no font of the system', async () => {
    const asked = text('abc').replace(/font-family="[^"]*"/, 'font-family="Liberation Serif"');
    const none = text('abc').replace(/font-family="[^"]*"/, '');
    expect(Buffer.from(await svgPng(asked)).equals(await svgPng(none))).toBe(true);
  });

  it('draws what no XML may hold as what it stands for', async () => {
    await expect(svgPng(text('a\u0000\u001b\ud800\ufffe'))).resolves.toBeDefined();
  });

  it.each(['', '<p>', '<svg width="0" height="3"/>'])(
    'refuses %j, which is no picture',
    async (svg) => {
      await expect(svgPng(svg)).rejects.toThrow(/`width` and `height`/);
    },
  );
});
