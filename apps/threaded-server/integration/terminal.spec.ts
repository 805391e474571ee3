import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { startCommand, ScriptedClient } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';

const BUNDLE = join(import.meta.dirname, '..', 'dist', 'main.js');

describeWith('script', 'on a terminal', () => {
  it('every thread prints lines for people, not JSON', async () => {
    const command = `"${process.execPath}" "${BUNDLE}" 127.0.0.1 0`;
    const program = startCommand('script', ['-qefc', command, '/dev/null']);
    const listening = await program.line(/^Server berjalan di 127\.0\.0\.1:\d+\r$/);
    const client = await ScriptedClient.connect({
      host: '127.0.0.1',
      port: Number(/\d+\r$/.exec(listening)?.[0].trim()),
    });
    await client.send('Halo');
    await program.line(/^Dari 127\.0\.0\.1:\d+: Halo\r$/);
    expect(program.stdout).not.toContain('{"level"');
    client.close();
    await program.stop('SIGKILL');
  });

  it('--watch draws a screen of its own, and gives the terminal back for the last words', async () => {
    const command = `stty cols 80 rows 24; exec "${process.execPath}" "${BUNDLE}" 127.0.0.1 0 --watch --workers 2`;
    const program = startCommand('script', ['-qefc', command, '/dev/null'], {
      keepInputOpen: true,
    });
    await program.line(/^ {6}2 {8}0 {2}░+ +\d+ % {3}░+ +0 B\/s/);
    expect(program.stdout).toContain('\x1b[?1049h');
    program.process.stdin.write('\x03'); // Ctrl-C as the terminal sends it
    await program.line(/Menghentikan server\.\.\./);
    const { stdout } = await program.ended;
    const [, afterwards = ''] = stdout.toString().split('\x1b[?1049l');
    expect(afterwards).toContain('Menghentikan server...');
  });
});
