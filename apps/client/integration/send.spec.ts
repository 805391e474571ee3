import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { REPLY_PREFIX } from '@praktikum/protocol';
import { dribble, runToEnd, startProgram } from '@praktikum/peers';
import { lines, withServer } from './with-server.ts';

const MESSAGE = 'Ini pesan dari client';

describe('client', () => {
  it('says what the guide says and shows the whole of an echo', async () => {
    await withServer(
      (socket) => socket.pipe(socket),
      async ({ host, port }) => {
        const { code, stdout, stderr } = await runToEnd('client', [host, `${port}`]);
        expect(lines(stdout)).toEqual([
          `Menghubungkan ke ${host} port ${port}`,
          `Mengirim: ${MESSAGE}`,
          `Diterima: ${MESSAGE}`,
          'Menutup koneksi',
        ]);
        expect(stderr).toBe('');
        expect(code).toBe(0);
      },
    );
  });

  it('sends the message as UTF-8 and half-closes after it', async () => {
    const received: Buffer[] = [];
    await withServer(
      async (socket) => {
        socket.on('data', (chunk: Buffer) => received.push(chunk));
        await once(socket, 'end');
        socket.end(Buffer.concat(received));
      },
      async ({ port }) => {
        const message = 'Selamat pagi, é € 😀\nbaris kedua';
        const args = ['--host', '127.0.0.1', '--port', `${port}`, '--message', message];
        const { stdout } = await runToEnd('client', args);
        expect(Buffer.concat(received).toString()).toBe(message);
        expect(stdout.toString()).toContain(`Diterima: ${message}\nMenutup koneksi\n`);
      },
    );
  });

  it('shows a reply that is longer than what was sent', async () => {
    await withServer(
      (socket) => socket.once('data', (chunk) => socket.end(REPLY_PREFIX + chunk.toString())),
      async ({ host, port }) => {
        const { stdout, code } = await runToEnd('client', [host, `${port}`]);
        expect(stdout.toString()).toContain(`\nDiterima: ${REPLY_PREFIX}${MESSAGE}\n`);
        expect(code).toBe(0);
      },
    );
  });

  it('puts a reply in single bytes together, characters included', async () => {
    const reply = `${MESSAGE} é € 😀 selesai`;
    await withServer(
      async (socket) => {
        await once(socket, 'data');
        await dribble(socket, reply);
        socket.end();
      },
      async ({ host, port }) => {
        const { stdout, code } = await runToEnd('client', [host, `${port}`]);
        expect(stdout.toString()).toContain(`\nDiterima: ${reply}\nMenutup koneksi\n`);
        expect(code).toBe(0);
      },
    );
  });

  it('joins a character that comes in two parts, the second after the first was shown', async () => {
    const { promise: shown, resolve } = Promise.withResolvers<void>();
    await withServer(
      async (socket) => {
        await once(socket, 'data');
        const reply = Buffer.from('baris pertama\né selesai');
        const cut = reply.indexOf(0xc3) + 1;
        socket.write(reply.subarray(0, cut));
        await shown;
        socket.end(reply.subarray(cut));
      },
      async ({ host, port }) => {
        const client = startProgram('client', [host, `${port}`]);
        await client.line(/^Diterima: baris pertama$/);
        resolve();
        const { stdout, code } = await client.toEnd();
        expect(stdout.toString()).toContain(
          'Diterima: baris pertama\né selesai\nMenutup koneksi\n',
        );
        expect(code).toBe(0);
      },
    );
  });

  it('makes a reply harmless to the terminal, but not with --raw', async () => {
    const reply = Buffer.from('\u001b[2Jmerah \u00ff\n'.padEnd(40, '.'));
    await withServer(
      (socket) => socket.once('data', () => socket.end(reply)),
      async ({ host, port }) => {
        const shown = await runToEnd('client', [host, `${port}`]);
        expect(shown.stdout.toString()).toContain('Diterima: \\x1b[2Jmerah ÿ\n');
        const raw = await runToEnd('client', [host, `${port}`, '--raw']);
        expect(raw.stdout).toEqual(reply);
        expect(raw.stderr).toContain(`Mengirim: ${MESSAGE}\nMenutup koneksi\n`);
      },
    );
  });

  it('sends nothing but the end for an empty message', async () => {
    await withServer(
      (socket) => socket.on('data', (chunk) => socket.write(chunk)).on('end', () => socket.end()),
      async ({ host, port }) => {
        const { stdout, code } = await runToEnd('client', [host, `${port}`, '-m', '']);
        expect(stdout.toString()).toContain('Mengirim: \nMenutup koneksi\n');
        expect(code).toBe(0);
      },
    );
  });
});

describe('a server that never closes', () => {
  const neverCloses = (reply: string) => ({
    serve: (socket: import('node:net').Socket) =>
      void socket.once('data', () => socket.write(reply)),
  });

  it('is left after --expect bytes', async () => {
    await withServer(neverCloses('tepat dan lebih').serve, async ({ host, port }) => {
      const { stdout, code } = await runToEnd('client', [host, `${port}`, '--expect', '5']);
      expect(stdout.toString()).toContain('\nDiterima: tepat\nMenutup koneksi\n');
      expect(code).toBe(0);
    });
  });

  it('is left when it is silent for --until-idle', async () => {
    await withServer(neverCloses('halo').serve, async ({ host, port }) => {
      const { stdout, code } = await runToEnd('client', [host, `${port}`, '--until-idle', '200ms']);
      expect(stdout.toString()).toContain('\nDiterima: halo\nMenutup koneksi\n');
      expect(code).toBe(0);
    });
  });
});
