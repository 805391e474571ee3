import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeFrame, LengthPrefixDecoder } from './length-prefix.ts';

function take(decoder: LengthPrefixDecoder): Buffer[] {
  const frames: Buffer[] = [];
  for (let frame = decoder.next(); frame !== undefined; frame = decoder.next()) {
    frames.push(Buffer.from(frame));
  }
  return frames;
}

describe('length-prefixed frames', () => {
  it('writes the length in network byte order', () => {
    expect(Buffer.from(encodeFrame(Buffer.from('halo'))).toString('hex')).toBe('0000000468616c6f');
  });

  it('come back whole for every cut of the stream', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 300 })),
        fc.integer({ min: 1, max: 7 }),
        (payloads, step) => {
          const stream = Buffer.concat(payloads.map((payload) => encodeFrame(payload)));
          const decoder = new LengthPrefixDecoder();
          const found: Buffer[] = [];
          for (let at = 0; at < stream.length; at += step) {
            decoder.push(stream.subarray(at, at + step));
            found.push(...take(decoder));
          }
          expect(found).toEqual(payloads.map((payload) => Buffer.from(payload)));
          expect(decoder.end()).toBe('clean');
        },
      ),
    );
  });

  it('are not written when they are longer than the decoder would take', () => {
    const limits = { maxFrameBytes: 10 };
    expect(encodeFrame(new Uint8Array(10), limits)).toHaveLength(14);
    expect(() => encodeFrame(new Uint8Array(11), limits)).toThrow(
      expect.objectContaining({ code: 'ERR_FRAME_TOO_LONG', details: { length: 11, limit: 10 } }),
    );
  });

  it('refuses an announced length beyond the limit before its bytes arrive', () => {
    const decoder = new LengthPrefixDecoder({ maxFrameBytes: 10 });
    decoder.push(Uint8Array.of(0xff, 0xff, 0xff, 0xff));
    expect(() => decoder.next()).toThrow(
      expect.objectContaining({
        code: 'ERR_FRAME_TOO_LONG',
        details: { length: 0xffffffff, limit: 10 },
      }),
    );
  });

  it('refuses bytes beyond what may wait', () => {
    const decoder = new LengthPrefixDecoder({ maxBufferedBytes: 8 });
    decoder.push(new Uint8Array(8));
    expect(() => decoder.push(new Uint8Array(1))).toThrow(
      expect.objectContaining({ code: 'ERR_BUFFER_FULL', details: { limit: 8 } }),
    );
  });

  it.each([1, 4, 6])('calls an end after %i bytes of a frame partial', (length) => {
    const decoder = new LengthPrefixDecoder();
    decoder.push(encodeFrame(Buffer.from('abc')).subarray(0, length));
    expect(decoder.next()).toBeUndefined();
    expect(decoder.end()).toBe('partial');
    expect(decoder.buffered).toBe(length);
  });
});
