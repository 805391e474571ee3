import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ByteStream } from './byte-stream.ts';
import type { StreamPiece } from './stream-piece.ts';

function payload(sequence: number, text: string, length = text.length) {
  return { frame: 1, sequence: sequence >>> 0, bytes: Buffer.from(text), length };
}

function show(pieces: readonly StreamPiece[]): string {
  return pieces
    .map((piece) =>
      piece.kind === 'data'
        ? Buffer.from(piece.bytes).toString()
        : `<${piece.cause} ${piece.length}>`,
    )
    .join('|');
}

describe('ByteStream', () => {
  it('holds back what came too early', () => {
    const stream = new ByteStream();
    stream.begin(100);
    expect(show(stream.add(payload(103, 'def')))).toBe('');
    expect(show(stream.add(payload(100, 'abc')))).toBe('abc|def');
  });

  it('leaves out what is repeated, in part or whole', () => {
    const stream = new ByteStream();
    stream.add(payload(100, 'abc'));
    expect(show(stream.add(payload(101, 'bcde')))).toBe('de');
    expect(show(stream.add(payload(100, 'abc')))).toBe('');
  });

  it('goes on over the end of the numbers', () => {
    const stream = new ByteStream();
    expect(show(stream.add(payload(-2, 'ab')))).toBe('ab');
    expect(show(stream.add(payload(0, 'c')))).toBe('c');
  });

  it('shows a gap once it is acknowledged and later bytes are there', () => {
    const stream = new ByteStream();
    stream.add(payload(100, 'abc'));
    expect(show(stream.add(payload(110, 'k')))).toBe('');
    expect(show(stream.acknowledge(111, 9))).toBe('<lost 7>|k');
  });

  it('shows a gap at once when the acknowledgement came first', () => {
    const stream = new ByteStream();
    stream.add(payload(100, 'abc'));
    stream.acknowledge(111, 9);
    expect(show(stream.add(payload(110, 'k')))).toBe('<lost 7>|k');
  });

  it('waits for bytes that were acknowledged before they were captured', () => {
    const stream = new ByteStream();
    stream.begin(100);
    expect(show(stream.acknowledge(103, 9))).toBe('');
    expect(show(stream.add(payload(100, 'abc')))).toBe('abc');
  });

  it('shows as cut what the snap length left out', () => {
    const stream = new ByteStream();
    expect(show(stream.add(payload(100, 'ab', 5)))).toBe('ab|<cut 3>');
    expect(show(stream.add(payload(105, 'c')))).toBe('c');
  });

  it('shows at the end what is missing, but not a FIN', () => {
    const stream = new ByteStream();
    stream.add(payload(100, 'a'));
    stream.add(payload(103, 'd'));
    stream.acknowledge(102, 9);
    expect(show(stream.end())).toBe('<lost 2>|d');
    const finished = new ByteStream();
    finished.add(payload(100, 'a'));
    finished.acknowledge(102, 9);
    expect(show(finished.end())).toBe('');
  });

  it('shows at the end bytes that were acknowledged and never captured', () => {
    const stream = new ByteStream();
    stream.add(payload(100, 'a'));
    stream.finish(104);
    stream.acknowledge(105, 9);
    expect(show(stream.end())).toBe('<lost 3>');
  });

  it('gives up a gap rather than keep more than its limit', () => {
    const stream = new ByteStream({ maxReassemblyBytes: 4 });
    stream.begin(100);
    expect(show(stream.add(payload(102, 'cdef')))).toBe('');
    expect(show(stream.add(payload(106, 'g')))).toBe('<lost 2>|cdef|g');
  });

  it('gives the bytes in order, however they were cut, repeated and shuffled', () => {
    const text = 'abcdefghijklmnopqrstuvwxyz';
    const piece = fc.tuple(fc.nat(25), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(0xffff_ffff), (cuts, base) => {
        const stream = new ByteStream();
        stream.begin(base);
        const heard = [...cuts, [0, 26] as const]
          .flatMap(([from, length]) =>
            stream.add(payload(base + from, text.slice(from, from + length))),
          )
          .concat(stream.end());
        expect(show(heard).replaceAll('|', '')).toBe(text);
      }),
    );
  });
});
