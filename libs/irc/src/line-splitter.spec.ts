import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  LineSplitter,
  MAX_BODY_BYTES,
  MAX_CLIENT_TAGS_BYTES,
  MAX_TAGS_BYTES,
} from './line-splitter.ts';
import type { DecodedLine } from './line-splitter.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const line = (text: string) => ({ line: text });

/** What comes of a stream that arrives in pieces of so many bytes, and is overwritten after each. */
function feed(splitter: LineSplitter, stream: Uint8Array, sizes: Iterable<number>): DecodedLine[] {
  const lines: DecodedLine[] = [];
  let start = 0;
  for (const size of sizes) {
    const chunk = stream.slice(start, start + size);
    lines.push(...splitter.push(chunk));
    chunk.fill(0x58);
    start += size;
  }
  return [...lines, ...splitter.push(stream.slice(start))];
}

const byteByByte = (stream: Uint8Array) => Array.from(stream, () => 1);

describe('LineSplitter', () => {
  it.each<[string, DecodedLine[]]>([
    ['PING a\r\nPING b\r\n', [line('PING a'), line('PING b')]],
    ['PING a\nPING b\n', [line('PING a'), line('PING b')]],
    ['PING a\rPING b\r', [line('PING a'), line('PING b')]],
    ['\r\n\n\r\r\n\n', []],
    ['a\n\rb\n', [line('a'), line('b')]],
    ['A\0B\0\r\0\n\0\r\nC\r\n', [line('AB'), line('C')]],
    ['\0@a=1 B\n', [line('@a=1 B')]],
    [' \n', [line(' ')]],
    ['PRIVMSG #a :é€😀\r\n', [line('PRIVMSG #a :é€😀')]],
    ['\uFEFFPING\r\n', [line('\uFEFFPING')]],
    ['A \uFEFF\u2028\u0085\v\r\n', [line('A \uFEFF\u2028\u0085\v')]],
  ])('cuts %j, whole and byte by byte', (text, lines) => {
    const stream = encode(text);
    expect(new LineSplitter().push(stream)).toEqual(lines);
    const splitter = new LineSplitter();
    expect(feed(splitter, stream, byteByByte(stream))).toEqual(lines);
    expect(splitter.end()).toBe('clean');
  });

  it.each<[string, number[], string | undefined]>([
    ['a byte of Latin-1', [...encode('PRIVMSG #a :caf'), 0xe9], 'PRIVMSG'],
    ['half a character', [...encode('@a=1 :x notice #a :'), 0xf0, 0x9f, 0x98], 'NOTICE'],
    ['an overlong slash', [...encode('TOPIC #a '), 0xc0, 0xaf], 'TOPIC'],
    ['a surrogate', [...encode('QUIT '), 0xed, 0xa0, 0x80], 'QUIT'],
    ['bytes that swallow the space', [0x40, 0x61, 0x3d, 0xe2, ...encode(' PING')], 'PING'],
    ['no readable command', [0xff, 0xfe, 0x41], undefined],
    ['no command at all', [0x3a, 0xff], undefined],
  ])('refuses %s and reads on', (_name, bytes, command) => {
    const stream = Uint8Array.of(...bytes, 13, 10, ...encode('PING\n'));
    const refused = { failure: 'invalid-utf8', ...(command && { command }) };
    for (const sizes of [[], byteByByte(stream)]) {
      expect(feed(new LineSplitter(), stream, sizes)).toEqual([refused, line('PING')]);
    }
  });

  it('takes a body of the longest length and refuses one byte more', () => {
    for (const tags of ['', '@a=1 ']) {
      for (const ending of ['\r\n', '\n', '\r']) {
        const begin = `${tags}PRIVMSG #a :`;
        const longest = begin + 'x'.repeat(MAX_BODY_BYTES - 2 - begin.length + tags.length);
        const stream = encode(`${longest}${ending}${longest}x${ending}PING${ending}`);
        const lines = [line(longest), { failure: 'too-long', command: 'PRIVMSG' }, line('PING')];
        expect(feed(new LineSplitter(), stream, [])).toEqual(lines);
        expect(feed(new LineSplitter(), stream, byteByByte(stream))).toEqual(lines);
      }
    }
  });

  it.each([
    ['server', undefined, MAX_TAGS_BYTES],
    ['client', MAX_CLIENT_TAGS_BYTES, MAX_CLIENT_TAGS_BYTES],
  ])(
    'takes tags of the longest length and refuses one byte more, of a %s',
    (_name, maxTagsBytes, most) => {
      const body = `PRIVMSG #a :${'x'.repeat(MAX_BODY_BYTES - 14)}`;
      const longest = `@a=${'1'.repeat(most - 4)} ${body}`;
      const stream = encode(`${longest}\r\n${longest.replace('=', '=1')}\r\nPING\r\n`);
      const lines = [line(longest), { failure: 'tags-too-long' }, line('PING')];
      for (const sizes of [[], byteByByte(stream)]) {
        const splitter = new LineSplitter(maxTagsBytes === undefined ? {} : { maxTagsBytes });
        expect(feed(splitter, stream, sizes)).toEqual(lines);
      }
    },
  );

  it.each([
    ['no word of it is whole', 'x'.repeat(600), undefined],
    ['the command would be cut', `:${'x'.repeat(505)} PRIVMSG`, undefined],
    ['only the source is whole', `:lab ${'x'.repeat(600)}`, undefined],
    ['the command is whole', `:lab wallops ${'x'.repeat(600)}`, 'WALLOPS'],
  ])('names the command of a line that is too long if %s', (_name, text, command) => {
    const stream = encode(`${text}\n`);
    const refused = [{ failure: 'too-long', ...(command && { command }) }];
    expect(feed(new LineSplitter(), stream, [])).toEqual(refused);
    expect(feed(new LineSplitter(), stream, byteByByte(stream))).toEqual(refused);
  });

  it.each([
    ['', 'too-long', MAX_BODY_BYTES],
    ['@a=1 ', 'too-long', MAX_TAGS_BYTES + MAX_BODY_BYTES],
    ['@', 'tags-too-long', MAX_TAGS_BYTES + MAX_BODY_BYTES],
  ])('swallows megabytes after %j and keeps next to nothing', (begin, failure, most) => {
    const splitter = new LineSplitter();
    expect(splitter.push(encode(begin))).toEqual([]);
    const chunk = encode('x'.repeat(65_536));
    for (let sent = 0; sent < 64; sent++) {
      expect(splitter.push(chunk)).toEqual([]);
      expect(splitter.buffered).toBeLessThanOrEqual(most);
      expect(splitter.end()).toBe('partial');
    }
    expect(splitter.push(encode('\r\nPING\r\n'))).toEqual([{ failure }, line('PING')]);
    expect(splitter.buffered).toBe(0);
  });

  it('keeps nothing of NUL bytes', () => {
    const splitter = new LineSplitter();
    expect(splitter.push(new Uint8Array(65_536))).toEqual([]);
    expect(splitter.buffered).toBe(0);
    expect(splitter.end()).toBe('clean');
  });

  it('tells an end in the middle of a line from a clean one', () => {
    const splitter = new LineSplitter();
    expect(splitter.end()).toBe('clean');
    splitter.push(encode('PING\r\nQU'));
    expect(splitter.end()).toBe('partial');
    expect(splitter.buffered).toBe(2);
    expect(splitter.push(encode('IT\r'))).toEqual([line('QUIT')]);
    expect(splitter.end()).toBe('clean');
  });

  it('gives the same lines for every cut of the stream', () => {
    const piece = fc.oneof(
      fc.constantFrom('\r\n', '\n', '\r', '\0', '@', ' ', ':', 'PING', '@a=1 ', 'é', '😀'),
      fc.string({ maxLength: 30 }),
    );
    const bytes = fc.oneof({ weight: 9, arbitrary: piece.map(encode) }, fc.uint8Array());
    const limits = { maxTagsBytes: 10, maxBodyBytes: 20 };
    fc.assert(
      fc.property(fc.array(bytes), fc.array(fc.nat({ max: 20 })), (pieces, sizes) => {
        const stream = Uint8Array.from(pieces.flatMap((part) => [...part]));
        const whole = new LineSplitter(limits);
        const lines = whole.push(stream);
        const cut = new LineSplitter(limits);
        expect(feed(cut, stream, sizes)).toEqual(lines);
        expect(cut.end()).toBe(whole.end());
        const single = new LineSplitter(limits);
        expect(feed(single, stream, byteByByte(stream))).toEqual(lines);
        expect(single.buffered).toBe(whole.buffered);
        expect(single.buffered).toBeLessThan(30);
      }),
      { numRuns: 500 },
    );
  });
});
