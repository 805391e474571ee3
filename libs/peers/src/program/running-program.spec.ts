import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ProgramOptions } from './program-options.ts';
import type { RunningProgram } from './running-program.ts';
import { endPrograms } from './running-programs.ts';
import { runCommand, startCommand } from './start-command.ts';
import { startProgram } from './start-program.ts';

const onUnix = process.platform === 'win32' ? it.skip : it; // signals, and programs to send them to

afterEach(endPrograms);

/** Runs JavaScript in a process of its own. */
function start(source: string, options?: ProgramOptions): RunningProgram {
  return startCommand(process.execPath, ['--eval', source], options);
}

const STAYS = 'setInterval(() => undefined, 60_000);';

/** A start may take longer than the short deadline under test, so it is waited for without one. */
async function firstWords({ process }: RunningProgram): Promise<void> {
  await once(process.stdout, 'data');
}

describe('a started program', () => {
  it('gives its events, its lines and its last words', async () => {
    const program = start(`
      console.log('Menunggu koneksi...');
      console.log('{"event":"listening","port":1}');
      console.log('{"event":"listening","port":2}');
      console.log('{ no event }');
      console.error('hampir selesai');
      process.exitCode = 3;`);
    await expect(program.event('listening')).resolves.toEqual({ event: 'listening', port: 1 });
    await expect(program.event('listening', { port: 2 })).resolves.toMatchObject({ port: 2 });
    await expect(program.line(/^Menunggu/)).resolves.toBe('Menunggu koneksi...');
    await expect(program.said(/hampir/)).resolves.toBe('hampir');
    expect(await program.toEnd()).toMatchObject({ code: 3, signal: null });
    expect(program.events('listening')).toHaveLength(2);
  });

  it('is given its input, its folder and its environment', async () => {
    const { stdout } = await runCommand(
      process.execPath,
      [
        '--eval',
        "console.log(process.cwd(), process.env.LANG, require('fs').readFileSync(0) + '')",
      ],
      { cwd: '/', env: { LANG: 'en_US.UTF-8' }, input: 'halo' },
    );
    expect(stdout.toString()).toBe('/ en_US.UTF-8 halo\n');
  });

  it('hands on its output as it comes, and keeps none of it', async () => {
    const chunks: Buffer[] = [];
    const program = start("process.stdout.write('a'.repeat(100_000))", {
      stdoutTo: (chunk) => chunks.push(chunk),
      maxOutputBytes: 10,
    });
    expect((await program.toEnd()).stdout).toHaveLength(0);
    expect(Buffer.concat(chunks)).toHaveLength(100_000);
  });

  it('says how it ended to whoever waits for more', async () => {
    const program = start("console.error('tidak bisa'); process.exit(7)");
    await expect(program.event('listening')).rejects.toMatchObject({
      code: 'ERR_PROGRAM_ENDED',
      message: expect.stringMatching(/ended \(exit code 7\) before event listening[^]*tidak bisa/),
    });
  });

  it('that cannot be started says so to everybody who waits', async () => {
    const program = startCommand('/tidak/ada', []);
    const failure = { code: 'ERR_PROGRAM_NOT_STARTED', cause: { code: 'ENOENT' } };
    await expect(program.event('listening')).rejects.toMatchObject(failure);
    await expect(program.toEnd()).rejects.toMatchObject(failure);
  });

  it('that is not built says how it is', () => {
    expect(() => startProgram('tidak-ada')).toThrow('npx nx build tidak-ada');
  });

  it('is not waited for longer than its deadline', async () => {
    const program = start(`console.log('siap'); ${STAYS}`, { timeoutMs: 500 });
    await firstWords(program);
    await expect(program.event('listening')).rejects.toMatchObject({
      code: 'ERR_PROGRAM_TIMEOUT',
      message: expect.stringMatching(/^waited 500 ms in vain for event listening:\nsiap/),
    });
  });

  it('ends a program that does not end in time, and shows what it printed', async () => {
    const program = start(
      `process.on('SIGTERM', () => console.log('nanti')); console.log('siap'); ${STAYS}`,
      { timeoutMs: 1000 },
    );
    await firstWords(program);
    await expect(program.stop()).rejects.toMatchObject({
      code: 'ERR_PROGRAM_TIMEOUT',
      message: expect.stringMatching(/still running after 1000 ms:\nsiap\nnanti/),
    });
    expect(program.process.signalCode).toBe('SIGKILL');
  });

  it('ends a program that prints more than is kept', async () => {
    const program = start("for (;;) process.stdout.write('x'.repeat(10_000))", {
      maxOutputBytes: 100_000,
    });
    const failure = { code: 'ERR_PROGRAM_PRINTED_TOO_MUCH' };
    await expect(program.line(/y/)).rejects.toMatchObject(failure);
    await expect(program.toEnd()).rejects.toMatchObject(failure);
    expect(program.stdout.length).toBeLessThanOrEqual(100_000);
  });

  onUnix('does not wait for what the children of a killed one still print', async () => {
    const program = start(`
      const { spawn } = require('node:child_process');
      const { pid } = spawn('sleep', ['30'], { stdio: 'inherit' });
      console.log(pid); ${STAYS}`);
    const pid = Number(await program.line(/^\d+$/));
    try {
      await expect(program.stop('SIGKILL')).resolves.toMatchObject({ signal: 'SIGKILL' });
    } finally {
      process.kill(pid, 'SIGKILL');
    }
  });

  onUnix('takes signals with its whole group, if it has one of its own', async () => {
    const program = startCommand('sh', ['-c', 'sleep 30; echo ditinggal'], { ownGroup: true });
    const { signal, stdout } = await program.stop('SIGKILL');
    expect([signal, stdout.toString()]).toEqual(['SIGKILL', '']);
  });

  onUnix('reads no more once it has left', async () => {
    const program = start(`
      process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 20 : 1));
      process.on('SIGUSR2', () => process.stdout.write('lagi'));
      console.log('siap');${STAYS}`);
    await program.line(/siap/);
    await program.leave();
    expect((await program.stop('SIGUSR2')).code).toBe(20);
  });
});
