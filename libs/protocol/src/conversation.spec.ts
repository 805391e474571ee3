import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createConversation } from './conversation.ts';
import { REPLY_PREFIX, SERVER_RECV_SIZE } from './guide.ts';

const bytes = (text: string) => Buffer.from(text);
const everyByte = Uint8Array.from({ length: 256 }, (_, value) => value);

describe('echo', () => {
  it('sends back every byte value unchanged and nothing at the end', () => {
    const echo = createConversation('echo');
    expect(Buffer.from(echo.receive(everyByte))).toEqual(Buffer.from(everyByte));
    expect(echo.end()).toHaveLength(0);
  });
});

describe('reply', () => {
  it('puts the prefix before a chunk', () => {
    const answer = createConversation('reply').receive(bytes('Ini pesan dari client'));
    expect(Buffer.from(answer).toString()).toBe('Anda mengirim: Ini pesan dari client');
  });

  it('answers nothing to nothing', () => {
    expect(createConversation('reply').receive(new Uint8Array(0))).toHaveLength(0);
  });

  it('keeps bytes that are no UTF-8', () => {
    const answer = createConversation('reply').receive(Uint8Array.of(0xff, 0xfe, 0x00));
    expect(Buffer.from(answer)).toEqual(
      Buffer.concat([bytes(REPLY_PREFIX), Uint8Array.of(0xff, 0xfe, 0x00)]),
    );
  });

  it.each([
    [1024, 1],
    [1025, 2],
    [64 * 1024, 64],
  ])('answers a read of %i bytes with %i prefixes, as recv(1024) would', (length, prefixes) => {
    const chunk = Buffer.alloc(length, 'x');
    const answer = Buffer.from(createConversation('reply').receive(chunk)).toString();
    expect(answer.split(REPLY_PREFIX)).toHaveLength(prefixes + 1);
    expect(answer.replaceAll(REPLY_PREFIX, '')).toBe(chunk.toString());
  });

  it('loses and invents nothing, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 4000 }), (chunk) => {
        const answer = Buffer.from(createConversation('reply').receive(chunk));
        const payload: Uint8Array[] = [];
        for (let at = 0; at < answer.length; at += REPLY_PREFIX.length + SERVER_RECV_SIZE) {
          const piece = answer.subarray(at, at + REPLY_PREFIX.length + SERVER_RECV_SIZE);
          expect(piece.subarray(0, REPLY_PREFIX.length).toString()).toBe(REPLY_PREFIX);
          payload.push(piece.subarray(REPLY_PREFIX.length));
        }
        expect(Buffer.concat(payload)).toEqual(Buffer.from(chunk));
      }),
    );
  });
});

describe('lines', () => {
  it('answers line by line however the stream is cut', () => {
    const whole = bytes('satu\ndua é\r\n\ntiga\n');
    const lines = createConversation('lines');
    const answers = [...whole].map((byte) => lines.receive(Uint8Array.of(byte)));
    expect(Buffer.concat(answers).toString()).toBe(
      'Anda mengirim: satu\nAnda mengirim: dua é\nAnda mengirim: \nAnda mengirim: tiga\n',
    );
    expect(lines.end()).toHaveLength(0);
  });

  it('names a line that never ended', () => {
    const lines = createConversation('lines');
    lines.receive(bytes('setengah'));
    expect(() => lines.end()).toThrow(
      expect.objectContaining({ code: 'ERR_PARTIAL_LINE', details: { bytes: 8 } }),
    );
  });
});
