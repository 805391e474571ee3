import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

let folder: string;
let from: string;
let to: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replace-'));
  [from, to] = [join(folder, 'new'), join(folder, 'old')];
  writeFileSync(from, 'new');
  writeFileSync(to, 'old');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A system that refuses so many times, as Windows does while a program has the file open. */
function refusing(times: number, code: string, platform: NodeJS.Platform = 'win32') {
  let attempts = 0;
  return {
    platform,
    rename: async (...paths: [string, string]) => {
      if (++attempts > times) return rename(...paths);
      throw Object.assign(new Error(code), { code });
    },
    get attempts() {
      return attempts;
    },
  };
}

it.each(['EPERM', 'EACCES', 'EBUSY'])(
  'tries again while a program has the old file open (%s)',
  async (code) => {
    await replaceFile(from, to, refusing(2, code));
    expect(readFileSync(to, 'utf8')).toBe('new');
  },
);

it('says that it is in use when that does not end', async () => {
  const system = refusing(Infinity, 'EPERM');
  await expect(replaceFile(from, to, system)).rejects.toMatchObject({ code: 'EBUSY' });
  expect(system.attempts).toBe(20);
  expect(readFileSync(to, 'utf8')).toBe('old');
});

it('tries once where the file is not the reason', async () => {
  for (const system of [refusing(1, 'ENOSPC'), refusing(1, 'EPERM', 'linux')]) {
    const code = system.platform === 'linux' ? 'EPERM' : 'ENOSPC';
    await expect(replaceFile(from, to, system)).rejects.toMatchObject({ code });
    expect(system.attempts).toBe(1);
  }
});
