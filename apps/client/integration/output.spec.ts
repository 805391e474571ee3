import { expect, it } from '@jest/globals';
import type { Socket } from 'node:net';
import { runToEnd } from '@praktikum/peers';
import { describeWithFullDisk, FULL_DISK } from '@praktikum/testing';
import { withServer } from './with-server.ts';

const echo = (socket: Socket) => socket.on('data', (chunk: Buffer) => socket.end(chunk));

describeWithFullDisk('a result that a full disk does not take', () => {
  it.each([
    ['send', [], 'id', 'Hasil tidak dapat ditulis ke keluaran standar (penyimpanan penuh).'],
    [
      '--raw',
      ['--raw'],
      'en',
      'The result cannot be written to standard output (the disk is full).',
    ],
    ['swarm', ['swarm', '--clients', '2', '--messages', '1'], 'en', 'What you can do:'],
    ['doctor', ['doctor'], 'id', 'Yang dapat dilakukan:'],
    ['--help', ['--help'], 'en', '(ERR_STDOUT, exit status 14)'],
  ])('ends the client with an error: %s', async (_, command, language, words) => {
    await withServer(echo, async ({ host, port }) => {
      const where = command.includes('--help') ? [] : ['--host', host, '--port', `${port}`];
      const args = [...command, ...where, '--lang', language];
      const { code, stderr } = await runToEnd('client', args, { stdoutTo: FULL_DISK });
      expect(stderr).toContain(words);
      expect(stderr).toContain('(ERR_STDOUT, ');
      expect(stderr).not.toMatch(/^ +at /m);
      expect(code).toBe(14);
    });
  });
});
