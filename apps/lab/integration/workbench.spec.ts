import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedServer } from '@praktikum/peers';
import { itOnUnix } from '@praktikum/testing';
import { Workbench } from '../src/runs/workbench.ts';

describe('a workbench', () => {
  let folder: string;
  let bench: Workbench;
  let controller: AbortController;
  let silent: ScriptedServer;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bench-'));
    controller = new AbortController();
    const { signal } = controller;
    bench = new Workbench({ folder, language: 'en', signal, progressed: () => undefined });
    silent = await ScriptedServer.listen(() => undefined);
  });
  afterEach(async () => {
    await bench.clear();
    await silent.close();
    rmSync(folder, { recursive: true });
  });
  const silentClient = () => ['127.0.0.1', String(silent.endpoint.port), '--timeout', '1h'];

  it('keeps what a program printed, in its language', async () => {
    await bench.run('client', ['--help'], { output: 'help.txt', language: 'id' });
    expect(readFileSync(join(folder, 'help.txt'), 'utf8')).toContain('Pemakaian: client');
    expect(bench.commands).toEqual([
      expect.objectContaining({ command: 'node praktikum client --help', exitCode: 0 }),
    ]);
  });

  itOnUnix('keeps the order of what came on both outputs', async () => {
    const { port } = silent.endpoint;
    const options = { output: 'out.txt', accepts: 'any' } as const;
    await bench.run('client', ['127.0.0.1', String(port), '--timeout', '100ms'], options);
    const lines = readFileSync(join(folder, 'out.txt'), 'utf8').split('\n');
    expect(lines.slice(0, 2)).toEqual([
      `Menghubungkan ke 127.0.0.1 port ${port}`,
      'Mengirim: Ini pesan dari client',
    ]);
    expect(lines.findIndex((line) => line.startsWith('Error: '))).toBeGreaterThan(1);
  });

  it('ends what it waits for when it is interrupted', async () => {
    const command = bench.start('client', silentClient());
    const line = command.line(/what it never says/);
    controller.abort();
    await expect(line).rejects.toMatchObject({ code: 'ERR_PROGRAM_ENDED' });
  });

  it('names the program that failed, how, and why', async () => {
    const { port } = silent.endpoint;
    await silent.close();
    silent = await ScriptedServer.listen(() => undefined);
    await expect(bench.run('client', ['127.0.0.1', String(port)])).rejects.toMatchObject({
      code: 'ERR_PROGRAM_FAILED',
      details: {
        command: `node praktikum client 127.0.0.1 ${port}`,
        code: '6',
        words: expect.stringContaining('was refused') as unknown,
      },
    });
  });

  it('ends a program that does not end by itself', async () => {
    const run = bench.run('client', silentClient(), { timeoutMs: 1000 });
    await expect(run).rejects.toMatchObject({
      code: 'ERR_PROGRAM_TIMEOUT',
      details: { seconds: 1 },
    });
  });

  it('ends what still runs when it is told to end', async () => {
    const run = bench.run('client', silentClient());
    controller.abort(new Error('over'));
    await expect(run).rejects.toThrow('over');
    expect(() => bench.start('client', [])).toThrow('over');
  });

  it('says what a file that cannot be written is', async () => {
    await expect(bench.write('none/file.txt', 'x')).rejects.toMatchObject({ code: 'ERR_FILE' });
  });
});
