import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  runToEnd,
  ScriptedClient,
  startProgram,
  startServer,
  type StartedServer,
} from '@praktikum/peers';
import { describeWithFullDisk, FULL_DISK } from './installed.ts';

/** It does not wait for the deadline of the client that says nothing more. */
const DEADLINE = ['--shutdown-timeout', '1m'];
const END_WITHIN_MS = 30_000;

const ONE_LINE = /^.+\n$/;

/** Enough to be frequent on a slow machine too. */
const REFUSED_CLIENTS = 2000;

/**
 * What holds for every server program, whatever it says to its clients: how it starts, how it
 * complains, how it stops, and that it leaves nothing behind.
 * @param app name of the Nx project, which is built
 * @param reloads whether it has workers that SIGHUP starts anew
 */
export function describeServerProgram(app: string, { reloads }: { reloads: boolean }): void {
  describe('server program', () => {
    const servers: StartedServer[] = [];
    const start = async (...args: string[]) => {
      const server = await startServer(app, args);
      servers.push(server);
      return server;
    };
    afterEach(async () => {
      await Promise.all(servers.splice(0).map((server) => server.stop('SIGKILL')));
    });

    it.each(['SIGINT', 'SIGTERM'] as const)('ends on %s with 0', async (signal) => {
      const server = await start();
      const { code, stderr } = await server.stop(signal);
      expect([code, stderr]).toEqual([0, '']);
    });

    it('reloads or ends on SIGHUP, and breaks nobody', async () => {
      const server = await start();
      const client = await ScriptedClient.connect(server.endpoint);
      await client.send('x');
      await client.receive(1);
      server.program.kill('SIGHUP');
      if (reloads) {
        await server.program.event('reloaded');
        const answered = client.received.length;
        await client.send('y');
        await client.receive(answered + 1);
        await server.stop();
      } else {
        await client.receiveToEnd();
        client.halfClose();
        expect((await server.program.toEnd()).code).toBe(0);
      }
    });

    it('ends with a silent client connected, and ends its stream first', async () => {
      const server = await start(...DEADLINE);
      const client = await ScriptedClient.connect(server.endpoint);
      await client.send('x');
      await client.receive(1);
      const began = performance.now();
      const stopped = server.stop('SIGINT');
      await client.receiveToEnd();
      client.halfClose();
      expect((await stopped).code).toBe(0);
      expect(performance.now() - began).toBeLessThan(END_WITHIN_MS);
    });

    it('can be started again at once on the port of a served client', async () => {
      const first = await start();
      const client = await ScriptedClient.connect(first.endpoint);
      await client.send('x');
      await client.receive(1);
      await first.stop('SIGTERM');
      const again = await start('--port', String(first.endpoint.port));
      expect(again.endpoint).toEqual(first.endpoint);
    });

    it('is forced by a second signal', async () => {
      const server = await start('--shutdown-timeout', '1h', '--log-level', 'info');
      const client = await ScriptedClient.connect(server.endpoint);
      await client.flood(Buffer.alloc(32 * 1024 * 1024, 'x')); // never read: never finished
      await server.program.event('received');
      server.program.kill('SIGINT');
      await server.program.event('stopping');
      const { code } = await server.stop('SIGINT');
      expect(code).toBe(130);
    });

    it('cuts off at the deadline what does not finish, and says so', async () => {
      const server = await start('--shutdown-timeout', '300ms');
      const client = await ScriptedClient.connect(server.endpoint);
      await client.flood(Buffer.alloc(32 * 1024 * 1024, 'x'));
      await server.program.event('received');
      const { code, stderr } = await server.stop('SIGTERM');
      expect(stderr).toContain('1 koneksi diputus sebelum selesai');
      expect(code).toBe(13);
    });

    it('ends at once when it is told to while it starts, and is never left behind', async () => {
      for (let attempt = 0; attempt < 10; attempt++) {
        const program = startProgram(app, ['--host', '127.0.0.1', '--port', '0']);
        await new Promise((resolve) => program.process.once('spawn', resolve));
        // Later and later in its start: before Node listens to signals the system ends it.
        await sleep(attempt * 30);
        const { code, signal, stderr } = await program.stop('SIGTERM');
        expect([0, null]).toContain(code);
        expect([null, 'SIGTERM']).toContain(signal);
        expect(stderr).toBe('');
      }
    });

    it('names the port that is in use, who holds it, and a free one', async () => {
      const server = await start();
      const { host, port } = server.endpoint;
      const second = await runToEnd(app, [host, String(port)]);
      expect(second.code).toBe(3);
      expect(second.stderr).toContain(`Port ${port} sudah digunakan oleh node`);
      expect(second.stderr).toContain(`(PID ${server.program.pid})`);
      expect(second.stderr).toContain(`kill ${server.program.pid}`);
      const [, free = ''] = /--port (\d+)/.exec(second.stderr) ?? [];
      expect(Number(free)).toBeGreaterThan(0);
      expect(Number(free)).not.toBe(port);
    });

    it.each([
      [['--lang', 'en', '--prot', '1'], 2, 'Unknown option --prot.'],
      [['--prot', '1'], 2, 'Pilihan --prot tidak dikenal.'],
      [['--lang', 'en', '--port', 'http'], 2, '"http" is not a port number.'],
      [['localhost', '70000'], 2, '"70000" bukan nomor port.'],
      [['--host', 'a b'], 2, '"a b" bukan alamat.'],
      [['satu', '2', 'tiga'], 2, 'Argumen kurang atau terlalu banyak.'],
      [['--lang', 'fr'], 2, 'Nilai "fr" untuk --lang tidak dapat dipakai.'],
      [['--idle-timeout', 'lama'], 2, '--idle-timeout menerima: 500ms, 60s, 2m'],
      [['--host', '203.0.113.1', '--port', '0'], 5, '203.0.113.1 bukan alamat komputer ini.'],
      [
        ['--host', 'tidak-ada.invalid', '--port', '0'],
        8,
        'Nama "tidak-ada.invalid" tidak dikenal.',
      ],
    ])('explains %j', async (args, exitCode, message) => {
      const { code, stdout, stderr } = await runToEnd(app, args);
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/^ +at /m);
      expect([code, stdout.toString()]).toEqual([exitCode, '']);
    });

    it.each([
      ['id', 'Pemakaian:'],
      ['en', 'Usage:'],
    ])('prints its help in %s', async (language, title) => {
      const { code, stdout } = await runToEnd(app, ['--help', '--lang', language]);
      expect(stdout.toString()).toContain(`${title} ${app}`);
      expect(stdout.toString()).toMatch(/^ {2}3 /m); // the exit codes
      expect(code).toBe(0);
    });

    it('has shown its help when its reader has read enough', async () => {
      const program = startProgram(app, ['--help']);
      await program.leave();
      expect(await program.toEnd()).toMatchObject({ code: 0, stderr: '' });
    });

    it('logs one JSON object a line, with stable fields and nothing raw from its clients', async () => {
      const server = await start();
      const client = await ScriptedClient.connect(server.endpoint);
      const text = 'awas \u001b[2J\u009b31m \u202eterbalik\n{"event":"palsu"}';
      await client.send(text);
      await client.receive(10);
      const remote = `127.0.0.1:${client.socket.localPort}`;
      client.reset();
      const received = await server.program.event('received');
      await server.program.event('closed', { code: 'ECONNRESET' });
      const { stdout } = await server.stop();
      const lines = stdout.toString().trimEnd().split('\n');
      const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      for (const event of events) {
        expect(event).toMatchObject({ service: app, event: expect.any(String) });
        expect(Object.keys(event).slice(0, 4)).toEqual([
          'level',
          'time',
          'service',
          expect.anything(),
        ]);
      }
      expect(events.map(({ event }) => event)).not.toContain('palsu');
      expect(received).toMatchObject({ connection: 1, remote, bytes: Buffer.byteLength(text) });
      expect(received.msg).toContain('awas \\x1b[2J\\x9b31m \\u202eterbalik\\n{"event":"palsu"}');
      // eslint-disable-next-line no-control-regex -- what must not be there
      expect(stdout.toString()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    });

    it('counts what clients cause by the thousand, and writes it at --log-level debug', async () => {
      for (const [level, most] of [
        ['info', REFUSED_CLIENTS / 2],
        ['debug', REFUSED_CLIENTS],
      ] as const) {
        const server = await start('--max-per-address', '1', '--log-level', level);
        const only = await ScriptedClient.connect(server.endpoint);
        await only.send('x');
        await only.receive(1);
        for (let round = 0; round < REFUSED_CLIENTS / 200; round++) {
          const crowd = Array.from({ length: 200 }, async () => {
            const client = await ScriptedClient.connect(server.endpoint);
            await client.receiveOutcome();
            client.close();
          });
          await Promise.all(crowd);
        }
        only.close();
        expect((await server.stop()).code).toBe(0);
        const lines = server.program.events('refused');
        const counts = lines.map(({ count = 1 }) => Number(count));
        expect(counts.reduce((sum, count) => sum + count)).toBe(REFUSED_CLIENTS);
        expect(lines.length).toBeLessThanOrEqual(most);
        expect(lines.some(({ count }) => count !== undefined)).toBe(level === 'info');
      }
    });

    it('serves on when the reader of its log has ended, and says so', async () => {
      const server = await start('--lang', 'en');
      await server.program.leave();
      const client = await ScriptedClient.connect(server.endpoint);
      await client.send('x');
      await client.receive(1);
      await server.program.said(/\(its reader has ended\); the server goes on serving\.\n/);
      const answered = client.received.length;
      await client.send('y');
      await client.receive(answered + 1);
      client.close();
      expect(await server.stop()).toMatchObject({
        code: 0,
        stderr: expect.stringMatching(ONE_LINE),
      });
    });

    describeWithFullDisk('on a full disk', () => {
      it.each([
        ['json', 'id', 'Catatan tidak dapat ditulis ke keluaran standar (penyimpanan penuh)'],
        ['pretty', 'en', 'The log cannot be written to standard output (the disk is full)'],
      ])('serves without its log, and says so once (%s, %s)', async (format, language, words) => {
        const { endpoint, stop } = await start();
        await stop(); // its port is free now, and no log is to tell of it
        const { host, port } = endpoint;
        const args = [host, String(port), '--log-format', format, '--lang', language];
        const program = startProgram(app, args, { stdoutTo: FULL_DISK });
        await program.said(/\n/);
        (await ScriptedClient.connectOnceItListens(endpoint)).close();
        for (let number = 0; number < 3; number++) {
          const client = await ScriptedClient.connect(endpoint);
          await client.send('x');
          await client.receive(1);
          client.close();
        }
        const { code, stderr } = await program.stop();
        expect(stderr).toContain(words);
        expect([code, stderr]).toEqual([0, expect.stringMatching(ONE_LINE)]);
      });

      it('ends with an error when it cannot show its help', async () => {
        const { code, stderr } = await runToEnd(app, ['--help'], { stdoutTo: FULL_DISK });
        expect([code, stderr]).toEqual([14, expect.stringContaining('ERR_STDOUT')]);
      });
    });

    it('marks a warning on a terminal, in the language of the reader', async () => {
      for (const [language, mark] of [
        ['id', 'PERINGATAN'],
        ['en', 'WARNING'],
      ]) {
        const args = ['--port', '0', '--log-format', 'pretty', '--max-per-address', '1'];
        const program = startProgram(app, [...args, '--lang', language!]);
        const line = await program.line(/port \d+|:\d+$/);
        const endpoint = { host: '127.0.0.1', port: Number(/(\d+)$/.exec(line)?.[1]) };
        const first = await ScriptedClient.connect(endpoint);
        await first.send('x');
        await first.receive(1);
        await (await ScriptedClient.connect(endpoint)).receiveToEnd();
        await program.line(new RegExp(`^${mark}: `));
        await program.stop('SIGKILL');
      }
    });

    it('shows the same on a terminal, harmless', async () => {
      const program = startProgram(app, ['--port', '0', '--log-format', 'pretty']);
      const line = await program.line(/port \d+|:\d+$/);
      const port = Number(/(\d+)$/.exec(line)?.[1]);
      const client = await ScriptedClient.connect({ host: '127.0.0.1', port });
      await client.send('awas \u001b[2J');
      await program.line(/awas \\x1b\[2J$/);
      client.close();
      const { stdout } = await program.stop();
      expect(stdout.toString()).not.toContain('\u001b');
    });
  });
}
