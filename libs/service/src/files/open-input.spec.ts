import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { itOnUnix } from '@praktikum/testing';
import { openInput } from './open-input.ts';

const folder = mkdtempSync(join(tmpdir(), 'input-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('openInput', () => {
  it('reads a file', async () => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, 'isi');
    const { stats, stream } = openInput(path);
    expect([stats.size, await text(stream)]).toEqual([3, 'isi']);
  });

  it.each([
    ['missing', 'ENOENT'],
    ['', 'EISDIR'],
  ])('throws what the system says of "%s"', (name, code) => {
    expect(() => openInput(join(folder, name))).toThrow(expect.objectContaining({ code }));
  });

  itOnUnix('waits for the writer of a named pipe, and can be called off', async () => {
    const path = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    const { stream } = openInput(path);
    stream.destroy();
    await once(stream, 'close');
    const { stream: again } = openInput(path);
    const read = text(again);
    createWriteStream(path).end('lewat pipa');
    expect(await read).toBe('lewat pipa');
  });
});
