import { describe, expect, it } from '@jest/globals';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { LineDecoder } from './line-decoder.ts';

const texts = (lines: Uint8Array[]) => lines.map((line) => Buffer.from(line).toString());

describe('LineDecoder', () => {
  it('gives the same lines for every cut of the stream', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé€😀 ]{0,40}$/u)),
        fc.array(fc.nat({ max: 20 })),
        (lines, cuts) => {
          const stream = Buffer.from(lines.map((line) => `${line}\n`).join(''));
          const decoder = new LineDecoder();
          const found: string[] = [];
          let start = 0;
          for (const cut of [...cuts, stream.length]) {
            found.push(...texts(decoder.push(stream.subarray(start, start + cut))));
            start = Math.min(start + cut, stream.length);
          }
          expect(found).toEqual(lines);
          expect(decoder.end()).toBe('clean');
        },
      ),
    );
  });

  it('accepts a line of the longest length, with \\n and with \\r\\n, byte by byte', () => {
    for (const ending of ['\n', '\r\n']) {
      const decoder = new LineDecoder({ maxLineBytes: 5 });
      const lines = [...Buffer.from(`abcde${ending}`)].flatMap((byte) =>
        decoder.push(Uint8Array.of(byte)),
      );
      expect(texts(lines)).toEqual(['abcde']);
    }
  });

  it.each([['abcdef\n'], ['abcdefg'], ['abcdef\r\n']])('refuses %j at 5 bytes a line', (text) => {
    const decoder = new LineDecoder({ maxLineBytes: 5 });
    expect(decoder.push(Buffer.from(text))).toEqual([]);
    expect(decoder.failure).toMatchObject({ code: 'ERR_LINE_TOO_LONG', details: { limit: 5 } });
    expect(decoder.push(Buffer.from('a\n'))).toEqual([]);
  });

  it('gives the lines before the one that is too long', () => {
    const decoder = new LineDecoder({ maxLineBytes: 5 });
    expect(texts(decoder.push(Buffer.from('satu\nterlalu panjang\ndua\n')))).toEqual(['satu']);
    expect(decoder.failure?.code).toBe('ERR_LINE_TOO_LONG');
  });

  it('keeps little more than the bytes of the line, however they arrive', () => {
    const decoders = Array.from({ length: 50 }, () => new LineDecoder());
    const before = retainedBytes();
    for (const decoder of decoders) {
      for (let sent = 0; sent < 20_000; sent++) decoder.push(Uint8Array.of(120));
    }
    expect((retainedBytes() - before) / decoders.length).toBeLessThan(200_000);
    expect(decoders[0]!.buffered).toBe(20_000);
  });

  it('tells an end in the middle of a line from a clean one', () => {
    const decoder = new LineDecoder();
    expect(decoder.end()).toBe('clean');
    decoder.push(Buffer.from('a\nb'));
    expect(decoder.end()).toBe('partial');
    expect(decoder.buffered).toBe(1);
  });
});

/** What is in use once the garbage has been collected. */
function retainedBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
