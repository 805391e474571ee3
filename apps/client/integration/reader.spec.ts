import { describe, expect, it } from '@jest/globals';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { entryOf, runCommand, startProgram } from '@praktikum/peers';
import { describeWith, itOnUnix } from '@praktikum/testing';
import { withServer } from './with-server.ts';

const CUT = {
  id: 'Kesalahan: Hasilnya terpotong: program yang membaca keluaran berhenti sebelum semuanya tertulis. (ERR_STDOUT_CUT, status keluar 20)\n',
  en: 'Error: The result is cut: the reader of the output left before all was written. (ERR_STDOUT_CUT, exit status 20)\n',
};

/** Nothing but the reader's leaving ends it in time: no deadline, and no end of the server's. */
const PATIENT = ['--timeout', '1h'];

describe('a client whose reader leaves', () => {
  it.each([
    ['send', [], 'id'],
    ['--raw', ['--raw'], 'en'],
    ['--interactive', ['--interactive'], 'en'],
  ] as const)('ends at once, also when the server goes on: %s', async (_, options, language) => {
    const accepted = Promise.withResolvers<Socket>();
    await withServer(
      (socket) => accepted.resolve(socket.resume()),
      async ({ host, port }) => {
        const args = [...options, host, `${port}`, ...PATIENT, '--lang', language];
        const client = startProgram('client', args, { keepInputOpen: true });
        const server = await accepted.promise;
        await client.leave();
        server.write('x');
        const { code, stderr } = await client.toEnd();
        expect(stderr).toContain(CUT[language]);
        expect(stderr).not.toMatch(/^ +at /m);
        expect(code).toBe(20);
      },
    );
  });

  it.each([
    ['swarm', ['swarm', '--clients', '2', '--messages', '1']],
    ['swarm --json', ['swarm', '--clients', '2', '--messages', '1', '--json']],
    ['doctor', ['doctor']],
    ['doctor --json', ['doctor', '--json']],
  ])('does not call it a success: %s', async (_, command) => {
    await withServer(
      (socket) => socket.on('data', (chunk: Buffer) => socket.end(chunk)),
      async ({ host, port }) => {
        const client = startProgram('client', [...command, host, `${port}`, '--lang', 'en']);
        await client.leave();
        const { code, stderr } = await client.toEnd();
        expect([code, stderr]).toEqual([20, expect.stringContaining(CUT.en)]);
      },
    );
  });

  it('sends no more datagrams', async () => {
    const server = createSocket('udp4');
    server.bind(0, '127.0.0.1');
    await once(server, 'listening');
    const where = ['127.0.0.1', `${server.address().port}`, ...PATIENT];
    const pace = ['--count', '1000000', '--interval', '10ms'];
    const client = startProgram('client', [...where, '--udp', ...pace]);
    await once(server, 'message');
    await client.leave();
    const { code, stderr } = await client.toEnd();
    server.close();
    expect([code, stderr]).toEqual([20, CUT.id]);
  });

  itOnUnix.each([[], ['--interactive']])(
    'ends by the signal that ended both: %j',
    async (...options) => {
      await withServer(
        (socket) => socket.resume(),
        async ({ host, port }) => {
          const args = [...options, host, `${port}`, ...PATIENT];
          const client = startProgram('client', args, { input: 'x\n', keepInputOpen: true });
          await client.line(/^Mengirim: x$/);
          await client.leave();
          const { code, stderr } = await client.stop('SIGINT');
          expect([code, stderr]).toEqual([130, '']);
        },
      );
    },
  );

  it('keeps its exit code when nobody reads its errors either', async () => {
    const client = startProgram('client', ['doctor', 'localhost', '1']);
    client.process.stderr.destroy();
    await client.leave();
    expect((await client.toEnd()).code).toBe(20);
  });

  it('has shown its help when the reader has read enough', async () => {
    for (const command of [[], ['swarm']]) {
      const client = startProgram('client', [...command, '--help']);
      await client.leave();
      expect(await client.toEnd()).toMatchObject({ code: 0, stderr: '' });
    }
  });
});

describeWith('bash', 'a client in a pipeline', () => {
  const inBash = (script: string, ...args: string[]) =>
    runCommand('bash', ['-c', script, process.execPath, entryOf('client'), ...args]);

  it('of which `head` takes a part', async () => {
    const answer = Buffer.alloc(4 * 1024 * 1024, 'baris\n'); // more than a pipe holds
    await withServer(
      (socket) => socket.resume().once('end', () => socket.end(answer)),
      async ({ host, port }) => {
        const script = '"$0" "$@" --raw | head -1; echo "${PIPESTATUS[0]}"';
        const { stdout, stderr } = await inBash(script, host, `${port}`);
        expect(stdout.toString()).toBe('baris\n20\n');
        expect(stderr).toContain(CUT.id);
      },
    );
  });

  it('that is read to its end has failed in nothing', async () => {
    await withServer(
      (socket) => socket.on('data', (chunk: Buffer) => socket.end(chunk)),
      async ({ host, port }) => {
        const script = '"$0" "$@" --raw | cat; echo " ${PIPESTATUS[0]}"';
        const { stdout } = await inBash(script, host, `${port}`);
        expect(stdout.toString()).toBe('Ini pesan dari client 0\n');
      },
    );
  });

  it.each([
    ['closed', '>&-', 0, ''],
    ['not for writing', '1</dev/null', 14, 'tidak dibuka untuk keperluan ini'],
  ])('with a standard output that is %s shows no stack', async (_, redirection, code, words) => {
    const result = await inBash(`"$0" "$@" --help ${redirection}`);
    expect(result.stderr).toContain(words);
    expect(result.stderr).not.toMatch(/^ +at /m);
    expect(result.code).toBe(code);
  });
});
