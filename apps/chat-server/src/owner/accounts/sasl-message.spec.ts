import { describe, expect, it } from '@jest/globals';
import { parsePlain, SaslMessage } from './sasl-message.ts';

/** What comes of these chunks, one after the other. */
function push(...chunks: string[]): (string | Uint8Array)[] {
  const message = new SaslMessage();
  return chunks.map((chunk) => message.push(chunk));
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const whole = (text: string) => Buffer.from(text);

describe('SaslMessage', () => {
  it('takes a short message at once', () => {
    expect(push(base64('\0budi\0rahasia'))).toEqual([whole('\0budi\0rahasia')]);
    expect(push('+')).toEqual([whole('')]);
  });

  it('waits for more after a chunk of 400', () => {
    const text = 'x'.repeat(400);
    const encoded = base64(text);
    expect(push(encoded.slice(0, 400), encoded.slice(400))).toEqual(['more', whole(text)]);
  });

  it('takes a message of exactly 400 or 800 when + ends it', () => {
    expect(push(base64('x'.repeat(300)), '+')).toEqual(['more', whole('x'.repeat(300))]);
    const encoded = base64('x'.repeat(600));
    const chunks = [encoded.slice(0, 400), encoded.slice(400), '+'];
    expect(push(...chunks)).toEqual(['more', 'more', whole('x'.repeat(600))]);
  });

  it('refuses a chunk of more than 400', () => {
    expect(push('A'.repeat(401))).toEqual(['long-chunk']);
  });

  it('takes no more than so many characters', () => {
    const chunks = Array<string>(4).fill('A'.repeat(400));
    expect(push(...chunks, '+').at(-1)).toHaveLength(1200);
    expect(push(...chunks, 'AAAA').at(-1)).toBe('too-much');
  });

  it.each(['!!!', 'A', 'AA', 'AAA', 'AA=', 'A===', 'AA==AA==', 'AA-_', 'é', 'AAAA='])(
    'refuses %s, which is no base64',
    (text) => expect(push(text)).toEqual(['no-base64']),
  );
});

describe('parsePlain', () => {
  it.each([
    ['\0budi\0rahasia', { actingAs: '', account: 'budi', password: 'rahasia' }],
    ['budi\0budi\0rahasia', { actingAs: 'budi', account: 'budi', password: 'rahasia' }],
    ['siti\0budi\0sandi ibu é', { actingAs: 'siti', account: 'budi', password: 'sandi ibu é' }],
  ])('reads %j', (text, credentials) => {
    expect(parsePlain(whole(text))).toEqual(credentials);
  });

  it.each([
    '',
    'budi',
    '\0budi',
    '\0\0rahasia',
    '\0budi\0',
    '\0budi\0raha\0sia',
    '\0budi\0rahasia\0',
  ])('refuses %j', (text) => expect(parsePlain(whole(text))).toBeUndefined());

  it('refuses what is not UTF-8', () => {
    expect(parsePlain(Uint8Array.of(0, 98, 0, 0xff))).toBeUndefined();
  });
});
