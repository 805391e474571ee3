import { describe, expect, it } from '@jest/globals';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd, startProgram } from '@praktikum/peers';
import { itOnUnix } from '@praktikum/testing';
import { withRefusingPort } from './refusing-port.ts';
import { withServer } from './with-server.ts';

const noTrace = /^\s+at |Error:.*\n\s+at /m;

describe('a failure after connecting', () => {
  const cases: [string, string, number, string, (socket: Socket) => unknown, string[]][] = [
    ['closes at once', 'ERR_NO_ANSWER', 12, 'tanpa menjawab', (socket) => socket.end(), []],
    [
      'closes early',
      'ERR_INCOMPLETE_ANSWER',
      12,
      'setelah 3 byte',
      (socket) => socket.once('data', () => socket.end('abc')),
      [],
    ],
    [
      'closes before --expect bytes have come',
      'ERR_INCOMPLETE_ANSWER',
      12,
      'sedikitnya 100 byte',
      (socket) => socket.once('data', (chunk) => socket.end(chunk)),
      ['--expect', '100'],
    ],
    [
      'is silent',
      'ETIMEDOUT',
      9,
      'tidak menjawab dalam 300ms',
      (socket) => socket.resume(),
      ['--timeout', '300ms'],
    ],
    [
      'resets the connection',
      'ECONNRESET',
      10,
      'diputus',
      (socket) => socket.once('data', () => socket.resetAndDestroy()),
      [],
    ],
  ];

  it.each(cases)('%s: %s', async (_, errorCode, exitCode, words, serve, args) => {
    await withServer(serve, async ({ host, port }) => {
      const { code, stdout, stderr } = await runToEnd('client', [host, `${port}`, ...args]);
      expect(stderr).toContain(words);
      expect(stderr).toContain(`(${errorCode}, status keluar ${exitCode})`);
      expect(stderr).not.toMatch(noTrace);
      expect(stdout.toString()).toMatch(/Menutup koneksi\n$/);
      expect(code).toBe(exitCode);
    });
  });

  it('shows what came before the connection was reset', async () => {
    let reset: () => void;
    const serve = (socket: Socket) => {
      reset = () => socket.resetAndDestroy();
      socket.once('data', () => socket.write('sebagian\n'));
    };
    await withServer(serve, async ({ host, port }) => {
      const client = startProgram('client', [host, `${port}`]);
      await client.line(/^Diterima: sebagian$/);
      reset();
      const { code, stdout } = await client.toEnd();
      expect(stdout.toString()).toContain('Diterima: sebagian\nMenutup koneksi\n');
      expect(code).toBe(10);
    });
  });

  itOnUnix('says goodbye when it is interrupted, and ends with 130', async () => {
    await withServer(
      (socket) => socket.resume(),
      async ({ host, port }) => {
        const client = startProgram('client', [host, `${port}`, '--timeout', '1m']);
        await client.line(/^Mengirim: /);
        const { code, stdout, stderr } = await client.stop('SIGINT');
        expect(stdout.toString()).toMatch(/Mengirim: .*\nMenutup koneksi\n$/);
        expect(stderr).toBe('');
        expect(code).toBe(130);
      },
    );
  });
});

describe('a failure to connect', () => {
  it('explains a refusal', () =>
    withRefusingPort(async (port) => {
      const { code, stdout, stderr } = await runToEnd('client', ['localhost', `${port}`]);
      expect(stdout.toString()).toBe(`Menghubungkan ke localhost port ${port}\n`);
      expect(stderr).toContain(`Koneksi ke localhost port ${port} ditolak`);
      expect(stderr).not.toMatch(noTrace);
      expect(code).toBe(6);
    }));

  it('explains it in English too', () =>
    withRefusingPort(async (port) => {
      const args = ['localhost', `${port}`, '--lang', 'en'];
      const { code, stderr } = await runToEnd('client', args);
      expect(stderr).toContain(`Error: The connection to localhost port ${port} was refused`);
      expect(code).toBe(6);
    }));

  it('explains an unknown name', async () => {
    // RFC 6761: `.invalid` never exists.
    const { code, stderr } = await runToEnd('client', ['tidak-ada.invalid']);
    expect(stderr).toContain('Nama "tidak-ada.invalid" tidak dikenal');
    expect(code).toBe(8);
  });
});

describe('wrong arguments', () => {
  it.each([
    [['localhost', 'abc'], 'ERR_PORT'],
    [['localhost', '0'], 'ERR_PORT'],
    [['a b'], 'ERR_ENDPOINT'],
    [['localhost', '1', 'lebih'], 'ERR_ARGUMENTS'],
    [['--tidak-ada'], 'ERR_OPTION_UNKNOWN'],
    [['--message'], 'ERR_OPTION_MISSING'],
    [['--timeout', 'lama'], 'ERR_OPTION_VALUE'],
    [['--expect', '1', '--until-idle', '1s'], 'ERR_OPTION_CONFLICT'],
    [['--count', '3'], 'ERR_OPTION_NEEDS'],
    [['swarm', '--clients', '0'], 'ERR_OPTION_VALUE'],
    [['doctor', '--expect', '5'], 'ERR_OPTION_UNKNOWN'],
    [['doctor', '--udp', '--tls'], 'ERR_OPTION_CONFLICT'],
    [['--timeout', '5'], 'ERR_OPTION_UNIT'],
    [['9005'], 'ERR_HOST_IS_NUMBER'],
    [['--lang', 'fr'], 'ERR_OPTION_VALUE'],
  ])('%j end with 2 and %s', async (args, errorCode) => {
    const { code, stdout, stderr } = await runToEnd('client', args);
    expect(stderr).toContain(`(${errorCode}, status keluar 2)`);
    expect(stderr).not.toMatch(noTrace);
    expect(stdout).toHaveLength(0);
    expect(code).toBe(2);
  });

  it.each([
    [join(tmpdir(), 'tidak', 'ada'), 'tidak ada'],
    [tmpdir(), 'folder'],
  ])('the file %s ends with 14', async (path, words) => {
    const { code, stdout, stderr } = await runToEnd('client', ['--file', path]);
    expect(stderr).toContain(words);
    expect(stdout).toHaveLength(0);
    expect(code).toBe(14);
  });
});
