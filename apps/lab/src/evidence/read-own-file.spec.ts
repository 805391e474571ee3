import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeOnUnix } from '@praktikum/testing';
import { MAX_SHOWN_BYTES, readOwnFile } from './read-own-file.ts';

describe('a file of evidence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'own-'));
  const results = join(folder, 'hasil');
  beforeAll(() => {
    mkdirSync(join(results, '1-x', 'sub'), { recursive: true });
    writeFileSync(join(results, '1-x', 'own.txt'), 'own');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(results, '1-x', 'large.txt'), Buffer.alloc(MAX_SHOWN_BYTES + 1));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read', async () => {
    expect(String(await readOwnFile(results, '1-x/own.txt'))).toBe('own');
  });

  it.each([
    ['file that is gone', 'none.txt'],
    ['folder', 'sub'],
    ['file that is too large', 'large.txt'],
    ['file outside of the folder', '../../secret.txt'],
  ])('reads no %s', async (_what, file) => {
    expect(await readOwnFile(results, `1-x/${file}`)).toBeUndefined();
  });

  describeOnUnix('with links', () => {
    it('reads nothing outside of the results', async () => {
      symlinkSync(join(folder, 'secret.txt'), join(results, '1-x', 'link.txt'));
      symlinkSync(folder, join(results, '2-x'));
      expect(await readOwnFile(results, '1-x/link.txt')).toBeUndefined();
      expect(await readOwnFile(results, '2-x/secret.txt')).toBeUndefined();
    });
  });
});
