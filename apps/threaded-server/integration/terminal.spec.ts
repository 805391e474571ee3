import { expect, it } from '@jest/globals';
import { ScriptedClient, shellCommand, startOnTerminal } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';

const ANY_PORT = ['127.0.0.1', '0'];

describeWith('script', 'on a terminal', () => {
  it('every thread prints lines for people, not JSON', async () => {
    const program = startOnTerminal(shellCommand('threaded-server', ANY_PORT));
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
    const args = [...ANY_PORT, '--watch', '--workers', '2'];
    const command = shellCommand('threaded-server', args);
    const program = startOnTerminal(`stty cols 80 rows 24; exec ${command}`);
    await program.line(/^ {6}2 {8}0 {2}░+ +\d+ % {3}░+ +0 B\/s/);
    expect(program.stdout).toContain('\x1b[?1049h');
    program.process.stdin.write('\x03'); // Ctrl-C as the terminal sends it
    await program.line(/Menghentikan server\.\.\./);
    const { stdout } = await program.toEnd();
    const [, afterwards = ''] = stdout.toString().split('\x1b[?1049l');
    expect(afterwards).toContain('Menghentikan server...');
  });
});
