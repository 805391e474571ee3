import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DisplayDecoder } from './display-decoder.ts';

function decodeInSteps(bytes: Uint8Array, step: number): string {
  const decoder = new DisplayDecoder();
  let text = '';
  for (let at = 0; at < bytes.length; at += step)
    text += decoder.push(bytes.subarray(at, at + step));
  return text + decoder.end();
}

describe('DisplayDecoder', () => {
  it('gives the same text for every cut, also of bytes that are no text', () => {
    const mixed = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: 'binary' }).map((text) => Uint8Array.from(Buffer.from(text))),
    );
    fc.assert(
      fc.property(mixed, fc.integer({ min: 1, max: 5 }), (bytes, step) => {
        expect(decodeInSteps(bytes, step)).toBe(decodeInSteps(bytes, bytes.length || 1));
      }),
    );
  });

  it('shows text as it is, byte by byte', () => {
    const text = 'Halo, é € 😀 dunia';
    expect(decodeInSteps(Buffer.from(text), 1)).toBe(text);
  });

  it('holds back only the character that is not whole', () => {
    const decoder = new DisplayDecoder();
    expect(decoder.push(Buffer.from([0x61, 0xe2, 0x82]))).toBe('a');
    expect(decoder.push(Buffer.from([0xac, 0x62]))).toBe('€b');
  });

  it.each([
    ['fffe00', '\\xff\\xfe\u0000'],
    ['c0af', '\\xc0\\xaf'],
    ['eda080', '\\xed\\xa0\\x80'],
    ['f4908080', '\\xf4\\x90\\x80\\x80'],
    ['f09fc0', '\\xf0\\x9f\\xc0'],
    ['61e282', 'a\\xe2\\x82'],
    ['80c3a9', '\\x80é'],
  ])('shows the bytes of %s that are no UTF-8', (hex, shown) => {
    expect(decodeInSteps(Buffer.from(hex, 'hex'), 1)).toBe(shown);
  });
});
