import { expect, it } from '@jest/globals';
import { shellCommand, startOnTerminal } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import { withServer } from './with-server.ts';

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
        const client = startOnTerminal(`${command}; echo status $?`);
        await client.line(/Ctrl-D/);
        client.process.stdin.write('\u0003');
        await client.until('the prompt has gone', () => client.stdout.includes('\u001b[3G\r\n'));
        client.process.stdin.write('\u0003');
        await client.line(/status 130/);
        expect((await client.toEnd()).stdout.toString()).toContain('Menutup koneksi');
      },
    ));
});
