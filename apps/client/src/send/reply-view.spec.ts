import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { TextReplyView } from './reply-view.ts';

async function shown(...chunks: readonly Uint8Array[]): Promise<string> {
  const out = new PassThrough();
  const view = new TextReplyView(out);
  for (const chunk of chunks) await view.push(chunk);
  await view.end();
  await view.end();
  out.end();
  return text(out);
}

describe('TextReplyView', () => {
  it('shows one stream, however it was cut', async () => {
    const pieces = [...Buffer.from('satu é 😀')].map((byte) => Uint8Array.of(byte));
    expect(await shown(...pieces)).toBe('Diterima: satu é 😀\n');
  });

  it('ends with one newline', async () => {
    expect(await shown(Buffer.from('satu\n'), Buffer.from('dua\n'))).toBe('Diterima: satu\ndua\n');
  });

  it('shows bytes of a character that never became whole', async () => {
    expect(await shown(Buffer.from('a'), Uint8Array.of(0xe2, 0x82))).toBe(
      'Diterima: a\\xe2\\x82\n',
    );
  });

  it('shows nothing of nothing', async () => {
    expect(await shown()).toBe('');
  });
});
