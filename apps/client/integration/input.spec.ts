import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { makePipe, runToEnd, startProgram } from '@praktikum/peers';
import { itOnUnix } from '@praktikum/testing';
import { withServer } from './with-server.ts';

const echo = (socket: import('node:net').Socket) => socket.pipe(socket);

describe('standard input', () => {
  it('is the message when something was piped in', async () => {
    await withServer(echo, async ({ host, port }) => {
      const { stdout, code } = await runToEnd('client', [host, `${port}`], { input: 'halo\n' });
      expect(stdout.toString()).toContain('Mengirim: halo\nDiterima: halo\nMenutup koneksi\n');
      expect(code).toBe(0);
    });
  });

  it('may hold every byte there is', async () => {
    const input = Uint8Array.from({ length: 4096 }, (_, index) => index % 256);
    await withServer(echo, async ({ host, port }) => {
      const { stdout } = await runToEnd('client', [host, `${port}`, '--raw'], { input });
      expect(stdout).toEqual(Buffer.from(input));
    });
  });

  it('that is empty leaves the guide its message', async () => {
    await withServer(echo, async ({ host, port }) => {
      const { stdout, code } = await runToEnd('client', [host, `${port}`], { input: '' });
      expect(stdout.toString()).toContain('Diterima: Ini pesan dari client\n');
      expect(code).toBe(0);
    });
  });

  it('that stays silent leaves the guide its message too, and says so', async () => {
    await withServer(echo, async ({ host, port }) => {
      const { stdout, stderr, code } = await runToEnd('client', [host, `${port}`], {
        keepInputOpen: true,
      });
      expect(stdout.toString()).toContain('Diterima: Ini pesan dari client\n');
      expect(stderr).toContain('Tidak ada masukan standar selama 2s');
      expect(code).toBe(0);
    });
  });

  it('is waited for with --file -, and is empty when it is empty', async () => {
    await withServer(echo, async ({ host, port }) => {
      const { stdout, code } = await runToEnd('client', [host, `${port}`, '--file', '-']);
      expect(stdout.toString()).toContain('Mengirim: \nMenutup koneksi\n');
      expect(code).toBe(0);
    });
  });

  itOnUnix('does not keep a client whose named pipe has no writer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'client-'));
    const pipe = makePipe(join(folder, 'pipa'));
    await withServer(echo, async ({ host, port }) => {
      const client = startProgram('client', [host, `${port}`, '--file', pipe]);
      await client.line(/^Mengirim: pipa$/);
      expect((await client.stop('SIGINT')).code).toBe(130);
    });
    rmSync(folder, { recursive: true });
  });

  it('is left alone when the message is given', async () => {
    await withServer(echo, async ({ host, port }) => {
      const { stdout, code } = await runToEnd('client', [host, `${port}`, '-m', 'lain'], {
        input: 'bukan ini',
        keepInputOpen: true,
      });
      expect(stdout.toString()).toContain('Diterima: lain\n');
      expect(code).toBe(0);
    });
  });

  it('that has not ended does not keep the client when the server has closed', async () => {
    await withServer(
      (socket) => socket.once('data', () => socket.end('selesai')),
      async ({ host, port }) => {
        const { stdout, stderr, code } = await runToEnd('client', [host, `${port}`], {
          input: 'awal',
          keepInputOpen: true,
        });
        expect(stdout.toString()).toContain('Diterima: selesai\nMenutup koneksi\n');
        expect(stderr).toContain('ERR_CLOSED_EARLY');
        expect(code).toBe(12);
      },
    );
  });

  itOnUnix('can be interrupted while it is waited for', async () => {
    const client = startProgram('client', ['--file', '-'], { keepInputOpen: true });
    await listensForSignals(client.pid);
    const { code } = await client.stop('SIGINT');
    expect(code).toBe(130);
  });
});

/**
 * Waits until the program handles signals itself: Node catches SIGINT from the start, but SIGHUP only
 * for whoever listens to it. `SigCgt:\t0000000100004a03` (proc(5)).
 */
async function listensForSignals(pid: number): Promise<void> {
  const bit = 1n << BigInt(constants.signals.SIGHUP - 1);
  for (;;) {
    const [, caught = '0'] = /^SigCgt:\s+(\w+)$/m.exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    )!;
    if ((BigInt(`0x${caught}`) & bit) !== 0n) return;
    await sleep(10);
  }
}

describe('--interactive', () => {
  it('sends line by line and shows each answer', async () => {
    await withServer(echo, async ({ host, port }) => {
      const client = startProgram('client', [host, `${port}`, '--interactive'], {
        input: 'satu\n',
        keepInputOpen: true,
      });
      await client.line(/^Diterima: satu$/);
      client.process.stdin.write('dua\n');
      await client.line(/^Diterima: dua$/);
      client.process.stdin.end();
      const { stdout, code } = await client.toEnd();
      expect(stdout.toString()).toMatch(/Diterima: dua\nMenutup koneksi\n$/);
      expect(code).toBe(0);
    });
  });

  it('passes the bytes of the answers alone with --raw', async () => {
    await withServer(echo, async ({ host, port }) => {
      const args = [host, `${port}`, '--interactive', '--raw'];
      const input = Buffer.concat([Buffer.from('é 漢\na\tb\n'), Buffer.from([0xff, 0x0a])]);
      const { stdout, stderr, code } = await runToEnd('client', args, { input });
      // Lines are text: what is none is sent as U+FFFD.
      expect(stdout.toString()).toBe('é 漢\na\tb\n\ufffd\n');
      expect(stderr).toMatch(/^Menghubungkan ke .*\nMengirim: é 漢\n/);
      expect(stderr).toMatch(/\nMenutup koneksi\n$/);
      expect(code).toBe(0);
    });
  });

  it('ends when the server does', async () => {
    await withServer(
      (socket) => socket.once('data', () => socket.end('sampai jumpa\n')),
      async ({ host, port }) => {
        const { stdout, stderr, code } = await runToEnd(
          'client',
          [host, `${port}`, '--interactive'],
          {
            input: 'halo\n',
            keepInputOpen: true,
          },
        );
        expect(stdout.toString()).toContain('Diterima: sampai jumpa\nMenutup koneksi\n');
        expect(stderr).toContain('Server menutup koneksi.');
        expect(code).toBe(0);
      },
    );
  });
});
