import { stripVTControlCharacters } from 'node:util';
import { expect, it } from '@jest/globals';
import { shellCommand, startOnTerminal } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import { withRefusingPort } from './refusing-port.ts';
import { withServer } from './with-server.ts';

/** What the client shows on a terminal of that many columns. */
function onTerminal(columns: number, args: readonly string[]) {
  return startOnTerminal(`stty cols ${columns} rows 24; exec ${shellCommand('client', args)}`);
}

describeWith('script', 'on a terminal', () => {
  it('--interactive leaves no prompt behind when the server has closed', async () => {
    await withServer(
      (socket) => socket.once('data', () => socket.end('sampai jumpa\n')),
      async ({ host, port }) => {
        const program = onTerminal(80, [host, `${port}`, '--interactive']);
        await program.line(/Ketik pesan/);
        program.process.stdin.write('halo\r');
        const { stdout } = await program.toEnd();
        expect(stdout.toString()).toMatch(/Server menutup koneksi\.\r\nMenutup koneksi\r\n$/);
      },
    );
  });

  it('breaks an error between words, and leaves its command whole', async () => {
    await withRefusingPort(async (port) => {
      const program = onTerminal(40, ['127.0.0.1', `${port}`, '--lang', 'en']);
      const { stdout } = await program.toEnd();
      // Colours take no columns.
      const lines = stripVTControlCharacters(stdout.toString()).split('\r\n');
      expect(lines).toContain('  - Look further:');
      expect(lines).toContain(`    node praktikum client doctor 127.0.0.1 ${port}`);
      const others = lines.filter((line) => !line.includes('praktikum'));
      expect(Math.max(...others.map((line) => line.length))).toBeLessThanOrEqual(40);
    });
  });
});

describeWith('script', '--interactive on a terminal', () => {
  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('ends with %s as it should, and with 0', (_, key) =>
    withServer(
      (socket) => {
        socket.on('data', (chunk) => socket.write(chunk));
        socket.on('end', () => socket.end('selesai\n'));
      },
      async ({ host, port }) => {
        const command = shellCommand('client', [host, `${port}`, '--interactive']);
        const client = startOnTerminal(`${command}; echo status $?`);
        await client.line(/Ctrl-D/);
        client.process.stdin.write('halo\r');
        await client.line(/Diterima: halo/);
        client.process.stdin.write(key);
        await client.line(/Diterima: selesai/);
        await client.line(/^Menutup koneksi/);
        await client.line(/^status 0/);
        await client.toEnd();
      },
    ),
  );

  it('is interrupted by a second Ctrl-C when the server does not end', () =>
    withServer(
      (socket) => void socket.resume(),
      async ({ host, port }) => {
        const command = shellCommand('client', [host, `${port}`, '--interactive']);
        const client = startOnTerminal(`exec ${command}`);
        await client.line(/Ctrl-D/);
        client.process.stdin.write('\u0003');
        await client.until('the prompt has gone', () => client.stdout.includes('\u001b[3G\r\n'));
        client.process.stdin.write('\u0003');
        const { code, stdout } = await client.toEnd();
        expect(stdout.toString()).toContain('Menutup koneksi');
        expect(code).toBe(130);
      },
    ));
});
