import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePipe } from '@praktikum/peers';
import { itOnUnix } from '@praktikum/testing';
import { readChatConfig } from './read-chat-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'chat-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('readChatConfig', () => {
  it('reads a file, also one with a byte order mark', async () => {
    const path = file('chat.json', '\uFEFF{ "port": 7000 }');
    await expect(readChatConfig(path)).resolves.toEqual({ port: 7000 });
  });

  it.each([
    ['ENOENT', () => join(folder, 'tidak-ada.json')],
    ['EISDIR', () => folder],
  ])('says why a file cannot be read: %s', async (reason, path) => {
    await expect(readChatConfig(path())).rejects.toMatchObject({
      code: 'ERR_FILE',
      details: { reason },
    });
  });

  it('reads no more of a file than a configuration can be', async () => {
    const path = file('large.json', ' '.repeat(1024 * 1024 + 1));
    await expect(readChatConfig(path)).rejects.toMatchObject({
      details: { reason: 'ERR_TOO_LARGE' },
    });
  });

  itOnUnix('gives up a pipe that nobody writes to', async () => {
    const path = makePipe(join(folder, 'pipe'));
    await expect(readChatConfig(path, 50)).rejects.toMatchObject({
      code: 'ERR_FILE',
      details: { reason: 'EAGAIN' },
    });
  });
});
