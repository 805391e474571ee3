import { describe, expect, it } from '@jest/globals';
import { MAX_OUTPUT_BYTES, MAX_OUTPUT_LINES, takeOutput } from './recorded-output.ts';

const numbered = (count: number, padding = '') =>
  Array.from({ length: count }, (_, at) => `${at + 1}${padding}\n`).join('');

describe('takeOutput', () => {
  it.each(['', 'one', 'one\ntwo\n', '\n\n\n', numbered(MAX_OUTPUT_LINES - 1)])(
    'takes all of a short output (%#)',
    (text) => {
      expect(takeOutput([Buffer.from(text)])).toEqual({ head: text, tail: '', bytesLeftOut: 0 });
    },
  );

  it('joins a character that came in two pieces', () => {
    const bytes = Buffer.from('é');
    expect(takeOutput([bytes.subarray(0, 1), bytes.subarray(1)]).head).toBe('é');
  });

  it('marks what is no UTF-8', () => {
    expect(takeOutput([Uint8Array.of(0x61, 0xff, 0x62)]).head).toBe('a\ufffdb');
  });

  it('takes so many bytes, of both ends', () => {
    const line = `${'x'.repeat(1022)}\n`;
    const count = (2 * MAX_OUTPUT_BYTES) / line.length;
    const text = line.repeat(count);
    const { head, tail, bytesLeftOut } = takeOutput([Buffer.from(text)]);
    expect(head.length).toBeLessThanOrEqual(MAX_OUTPUT_BYTES / 2);
    expect(tail.length).toBeLessThanOrEqual(MAX_OUTPUT_BYTES / 2);
    expect(head.length % line.length).toBe(0);
    expect(tail.length % line.length).toBe(0);
    expect(head.length + tail.length).toBeGreaterThan(MAX_OUTPUT_BYTES - 2 * line.length);
    expect(bytesLeftOut).toBe(text.length - head.length - tail.length);
  });

  it('takes so many bytes of one line', () => {
    const { head, tail, bytesLeftOut } = takeOutput([Buffer.alloc(3 * MAX_OUTPUT_BYTES, 'x')]);
    expect([head.length, tail.length]).toEqual([MAX_OUTPUT_BYTES / 2, MAX_OUTPUT_BYTES / 2]);
    expect(bytesLeftOut).toBe(2 * MAX_OUTPUT_BYTES);
  });

  it('takes so many lines, of both ends', () => {
    const count = 3 * MAX_OUTPUT_LINES;
    const text = numbered(count);
    const { head, tail, bytesLeftOut } = takeOutput([Buffer.from(text)]);
    const lines = (part: string) => part.trimEnd().split('\n');
    expect(lines(head)).toHaveLength(MAX_OUTPUT_LINES / 2);
    expect(lines(tail)).toHaveLength(MAX_OUTPUT_LINES / 2);
    expect(lines(tail).at(-1)).toBe(`${count}`);
    expect(bytesLeftOut).toBe(text.length - head.length - tail.length);
  });
});
