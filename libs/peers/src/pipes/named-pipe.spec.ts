import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { constants, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endPrograms } from '../program/running-programs.ts';
import { startCommand } from '../program/start-command.ts';
import { FullPipe } from './full-pipe.ts';
import { makePipe, writerOf } from './named-pipe.ts';

const onUnix = process.platform === 'win32' ? describe.skip : describe;

onUnix('a named pipe', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pipe-'));
  });
  afterEach(() => {
    endPrograms();
    rmSync(folder, { recursive: true });
  });

  it('is written to as soon as somebody reads it', async () => {
    const pipe = makePipe(join(folder, 'pipe'));
    const reader = startCommand('cat', [pipe]);
    const writer = await writerOf(pipe);
    await writer.write('halo');
    await writer.close();
    expect((await reader.toEnd()).stdout.toString()).toBe('halo');
  });

  it('waits no longer for a reader than its deadline', async () => {
    const pipe = makePipe(join(folder, 'pipe'));
    await expect(writerOf(pipe, { timeoutMs: 100 })).rejects.toMatchObject({
      code: 'ERR_PEER_TIMEOUT',
    });
  });

  it('is not made where there is something already', () => {
    const pipe = makePipe(join(folder, 'pipe'));
    expect(() => makePipe(pipe)).toThrow('mkfifo');
  });

  it('that is full takes nothing more', async () => {
    const full = new FullPipe(join(folder, 'pipe'));
    const writer = await open(full.path, constants.O_WRONLY | constants.O_NONBLOCK);
    await expect(writer.write('x')).rejects.toMatchObject({ code: 'EAGAIN' });
    await writer.close();
    full.close();
  });
});
