import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { makeFolder } from './make-folder.ts';

const onLinux = existsSync('/proc/self/status') ? it : it.skip;

describe('makeFolder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'folder-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes a folder and those above it, also several times at once', async () => {
    const path = join(folder, 'a', 'b', 'c');
    await Promise.all([makeFolder(path), makeFolder(path), makeFolder(join(folder, 'a', 'd'))]);
    await makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it('takes what leads to a folder for one, and what it is in for there', async () => {
    symlinkSync(folder, join(folder, 'link'), 'junction');
    await makeFolder(join(folder, 'link'));
    await makeFolder('.');
    await makeFolder(tmpdir());
  });

  it('says that something else has its name', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const taken = { code: 'ERR_FILE', details: { reason: 'ENOTDIR' } };
    await expect(makeFolder(file)).rejects.toMatchObject(taken);
    await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject(taken);
  });

  onLinux('gives up where no folder can be made', async () => {
    const refused = { code: 'ERR_FILE', details: { reason: 'ENOENT' } };
    await expect(makeFolder('/proc/none/below')).rejects.toMatchObject(refused);
  });
});
