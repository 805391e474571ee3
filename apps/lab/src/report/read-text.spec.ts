import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { MAX_TEXT_BYTES, readText } from './read-text.ts';

describe('a text that a person has written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'text-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (content: string | Uint8Array) => {
    const path = join(folder, 'text');
    writeFileSync(path, content);
    return readText(path);
  };

  it.each([
    ['UTF-8', Buffer.from('é\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeffé\n')],
    ['UTF-16 of older editors', Buffer.from('\ufeffé\n', 'utf16le')],
    ['UTF-16 of others', Buffer.from('\ufeffé\n', 'utf16le').swap16()],
    ['line ends of old Macs', Buffer.from('é\r')],
    ['line ends of Windows', Buffer.from('é\r\n')],
  ])('is read in %s', async (_how, bytes) => {
    expect(await written(bytes)).toBe('é\n');
  });

  it('refuses a file that is too large', async () => {
    await expect(written(Buffer.alloc(MAX_TEXT_BYTES + 1))).rejects.toMatchObject({
      code: 'ERR_FILE',
      details: { reason: 'ERR_TOO_LARGE' },
    });
  });

  it('is none where there is no file, and an error where it is a folder', async () => {
    expect(await readText(join(folder, 'none'))).toBeUndefined();
    await expect(readText(folder)).rejects.toMatchObject({ details: { reason: 'EISDIR' } });
  });
});
