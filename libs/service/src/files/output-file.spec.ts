import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itOnUnix } from '@praktikum/testing';
import { requireWritable, writeOutput } from './output-file.ts';

let folder: string;
let there: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'));
  there = join(folder, 'there.svg');
  writeFileSync(there, 'mine');
});
afterEach(() => rmSync(folder, { recursive: true }));

const EXISTS = { code: 'ERR_OUTPUT_EXISTS' };
const unusable = (reason: string) => ({ code: 'ERR_FILE', details: { reason } });

describe.each([
  ['requireWritable', requireWritable],
  ['writeOutput', (path: string, replace: boolean) => writeOutput(path, 'new', replace)],
])('%s', (_, attempt) => {
  it('refuses what is there, unless it may be replaced', async () => {
    await expect(attempt(there, false)).rejects.toMatchObject(EXISTS);
    expect(readFileSync(there, 'utf8')).toBe('mine');
    await attempt(there, true);
    await attempt(join(folder, 'new.svg'), false);
  });

  it.each([true, false])('says why a file cannot be written (replace: %s)', async (replace) => {
    mkdirSync(join(folder, 'folder'));
    const reason = (path: string) => expect(attempt(path, replace)).rejects;
    await reason(join(folder, 'nowhere', 'a.svg')).toMatchObject(unusable('ENOENT'));
    await reason(join(there, 'a.svg')).toMatchObject(unusable('ENOTDIR'));
    await reason('').toMatchObject({ code: 'ERR_FILE' });
    expect(readdirSync(folder).sort()).toEqual(['folder', 'there.svg']);
  });

  itOnUnix.each([true, false])('leaves a device what it is (replace: %s)', async (replace) => {
    await attempt('/dev/null', replace);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('requireWritable', () => {
  it('refuses a folder and writes nothing', async () => {
    await expect(requireWritable(folder, true)).rejects.toMatchObject(unusable('EISDIR'));
    await requireWritable(join(folder, 'new.svg'), false);
    expect(readdirSync(folder)).toEqual(['there.svg']);
  });
});

describe('writeOutput', () => {
  it('replaces a file and leaves nothing beside it', async () => {
    await writeOutput(there, 'new', true);
    expect(readFileSync(there, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['there.svg']);
  });
});
