import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createConversation, REPLY_PREFIX } from '@praktikum/protocol';
import { ReplyMatcher } from './reply-matcher.ts';

const message = Buffer.from('pesan 1 dari client 7\n');

describe('ReplyMatcher', () => {
  it.each(['echo', 'reply', 'lines'] as const)('knows an answer in mode %s', (mode) => {
    const matcher = new ReplyMatcher(message);
    expect(matcher.push(createConversation(mode).receive(message))).toBe('whole');
    expect(matcher.prefixed).toBe(mode !== 'echo');
  });

  it('knows the answer of a server that read the message in pieces, however that is cut', () => {
    const pieces = fc.array(fc.integer({ min: 1, max: message.length - 1 }), { maxLength: 3 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 9 }), (cuts, step) => {
        const ends = [...new Set(cuts), message.length].sort((a, b) => a - b);
        let start = 0;
        const parts = ends.flatMap((end) => {
          const piece = message.subarray(start, end);
          start = end;
          return [Buffer.from(REPLY_PREFIX), piece];
        });
        const reply = Buffer.concat(parts);
        const matcher = new ReplyMatcher(message);
        for (let at = 0; at + step < reply.length; at += step) {
          expect(matcher.push(reply.subarray(at, at + step))).toBe('more');
        }
        const last = reply.length - (reply.length % step || step);
        expect(matcher.push(reply.subarray(last))).toBe('whole');
      }),
    );
  });

  it.each([
    ['another text', 'halo'],
    ['a letter too many', `${message}!`],
    ['a prefix after the end', `${message}${REPLY_PREFIX}`],
    ['half a prefix', 'Anda pesan'],
    ['other capitals', message.toString().toUpperCase()],
  ])('refuses %s', (_, reply) => {
    expect(new ReplyMatcher(message).push(Buffer.from(reply))).toBe('wrong');
  });

  it('says how much has come back', () => {
    const matcher = new ReplyMatcher(message);
    expect(matcher.push(Buffer.from(`${REPLY_PREFIX}pesan`))).toBe('more');
    expect(matcher.matched).toBe(5);
  });

  it('refuses a message that it could not tell from a prefix', () => {
    expect(() => new ReplyMatcher(Buffer.from('Apa?'))).toThrow(TypeError);
  });
});
