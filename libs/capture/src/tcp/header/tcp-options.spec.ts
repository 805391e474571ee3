import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TcpOptions } from './tcp-options.ts';

function read(...bytes: number[]): TcpOptions {
  const options = new TcpOptions();
  options.read(Uint8Array.from(bytes), 0, bytes.length);
  return options;
}

describe('TcpOptions', () => {
  it('reads those of a SYN of Linux', () => {
    const timestamp = [8, 10, 0, 0, 0, 5, 0, 0, 0, 0];
    expect(read(2, 4, 0xff, 0xd7, 4, 2, ...timestamp, 1, 3, 3, 10)).toMatchObject({
      maximumSegmentSize: 65_495,
      sackPermitted: true,
      timestamp: 5,
      timestampEcho: 0,
      windowScale: 10,
    });
  });

  it('reads a timestamp that stands alone', () => {
    expect(read(1, 1, 8, 10, 0xff, 0, 0, 1, 0, 0, 0, 2)).toMatchObject({
      timestamp: 0xff00_0001,
      timestampEcho: 2,
      windowScale: -1,
    });
  });

  it('reads the edges of SACK blocks', () => {
    const options = read(1, 1, 5, 18, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4);
    expect([options.sackBlocks, ...options.sackEdges.subarray(0, 4)]).toEqual([2, 1, 2, 3, 4]);
  });

  it.each([
    ['a cookie', [34, 6, 1, 2, 3, 4], 4],
    ['a request for one', [34, 2], 0],
    ['the experimental number', [254, 8, 0xf9, 0x89, 1, 2, 3, 4], 4],
    ['none', [1, 1], -1],
  ])('reads Fast Open: %s', (_, bytes, cookie) => {
    expect(read(...bytes).fastOpenCookie).toBe(cookie);
  });

  it.each([
    ['a length of 0', [3, 0, 7]],
    ['a length beyond the end', [3, 9, 7]],
    ['a kind without a length', [3]],
    ['an end of the list before it', [0, 3, 3, 7]],
  ])('stops quietly at %s', (_, bytes) => {
    expect(read(...bytes).windowScale).toBe(-1);
  });

  it('takes a scale above 14 for 14', () => {
    expect(read(3, 3, 200).windowScale).toBe(14);
  });

  it('forgets the last segment', () => {
    const options = read(3, 3, 7);
    options.read(new Uint8Array(0), 0, 0);
    expect(options).toEqual(new TcpOptions());
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(read(...bytes).sackBlocks).toBeLessThanOrEqual(4);
      }),
    );
  });
});
