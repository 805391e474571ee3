import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ByteWindow } from './byte-window.ts';

function take(window: ByteWindow, count: number): number[] | undefined {
  if (!window.request(count)) return undefined;
  const taken = [...window.bytes.subarray(window.position, window.position + count)];
  window.consume(count);
  return taken;
}

describe('ByteWindow', () => {
  it('reads inside a chunk without copying it', () => {
    const chunk = Uint8Array.of(1, 2, 3, 4);
    const window = new ByteWindow();
    window.push(chunk);
    expect(window.request(4)).toBe(true);
    expect(window.bytes).toBe(chunk);
  });

  it('joins a piece that straddles two chunks', () => {
    const window = new ByteWindow();
    window.push(Uint8Array.of(1, 2));
    expect(take(window, 3)).toBeUndefined();
    window.push(Uint8Array.of(3, 4));
    expect(take(window, 3)).toEqual([1, 2, 3]);
    expect(take(window, 1)).toEqual([4]);
    expect(window.offset).toBe(4);
  });

  it('accepts a chunk before the last one was used up', () => {
    const window = new ByteWindow();
    window.push(Uint8Array.of(1, 2));
    window.push(Uint8Array.of(3));
    window.push(Uint8Array.of(4, 5));
    expect(window.remaining).toBe(5);
    expect(take(window, 5)).toEqual([1, 2, 3, 4, 5]);
  });

  it('joins further bytes to what is left of a joined piece', () => {
    const window = new ByteWindow();
    for (const chunk of [[1, 2], [3], [4, 5]]) window.push(Uint8Array.from(chunk));
    expect(take(window, 1)).toEqual([1]);
    expect(take(window, 4)).toEqual([2, 3, 4, 5]);
  });

  it('discards across chunks and says how much', () => {
    const window = new ByteWindow();
    window.push(Uint8Array.of(1, 2));
    window.push(Uint8Array.of(3, 4));
    expect(window.discard(3)).toBe(3);
    expect(take(window, 1)).toEqual([4]);
    expect(window.discard(9)).toBe(0);
  });

  it('gives the same bytes however they were cut and asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 30 }),
        (chunks, wishes) => {
          const window = new ByteWindow();
          const read: number[] = [];
          let wish = 0;
          for (const chunk of chunks) {
            window.push(chunk);
            for (;;) {
              const taken = take(window, wishes[wish % wishes.length] ?? 1);
              if (!taken) break;
              read.push(...taken);
              wish += 1;
            }
          }
          const all = chunks.flatMap((chunk) => [...chunk]);
          expect(read).toEqual(all.slice(0, read.length));
          expect(read.length + window.remaining).toBe(all.length);
        },
      ),
    );
  });
});
