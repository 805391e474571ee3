import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  nameOf,
  runToEnd,
  ScriptedClient,
  startProgram,
  startServer,
  type Program,
  type StartedServer,
} from '@praktikum/peers';
import { ask, askAgain, manyQuestions, type Dialogue } from './dialogue.ts';
import { describeServerLog } from './server-log-suite.ts';

/** It does not wait for the deadline of the client that says nothing more. */
const DEADLINE = ['--shutdown-timeout', '1m'];
const END_WITHIN_MS = 30_000;

/** A server program, and what is said there. */
export interface ServerProgram {
  readonly dialogue: Dialogue;
  /** Whether it has workers that SIGHUP starts anew. */
  readonly reloads: boolean;
}

/**
 * What holds for every server program, whatever it says to its clients: how it starts, how it
 * complains, how it stops, that it leaves nothing behind, and what it logs.
 * @param program name of the Nx project, which is built, or a file
 */
export function describeServerProgram(program: Program, served: ServerProgram): void {
  const { dialogue, reloads } = served;
  const name = nameOf(program);
  describe('server program', () => {
    const servers: StartedServer[] = [];
    const start = async (...args: string[]) => {
      const server = await startServer(program, args);
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
      await ask(client, dialogue);
      server.program.kill('SIGHUP');
      if (reloads) {
        await server.program.event('reloaded');
        await askAgain(client, dialogue);
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
      await ask(client, dialogue);
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
      await ask(client, dialogue);
      await first.stop('SIGTERM');
      const again = await start('--port', String(first.endpoint.port));
      expect(again.endpoint).toEqual(first.endpoint);
    });

    it('is forced by a second signal', async () => {
      const server = await start('--shutdown-timeout', '1h', '--log-level', 'info');
      const client = await ScriptedClient.connect(server.endpoint);
      await client.flood(manyQuestions(dialogue, 32 * 1024 * 1024)); // never read: never finished
      await server.program.event(dialogue.event);
      server.program.kill('SIGINT');
      await server.program.event('stopping');
      const { code } = await server.stop('SIGINT');
      expect(code).toBe(130);
    });

    it('cuts off at the deadline what does not finish, and says so', async () => {
      const server = await start('--shutdown-timeout', '300ms');
      const client = await ScriptedClient.connect(server.endpoint);
      await client.flood(manyQuestions(dialogue, 32 * 1024 * 1024));
      await server.program.event(dialogue.event);
      const { code, stderr } = await server.stop('SIGTERM');
      expect(stderr).toContain('1 koneksi diputus sebelum selesai');
      expect(code).toBe(13);
    });

    it('ends at once when it is told to while it starts, and is never left behind', async () => {
      for (let attempt = 0; attempt < 10; attempt++) {
        const started = startProgram(program, ['--host', '127.0.0.1', '--port', '0']);
        await new Promise((resolve) => started.process.once('spawn', resolve));
        // Later and later in its start: before Node listens to signals the system ends it.
        await sleep(attempt * 30);
        const { code, signal, stderr } = await started.stop('SIGTERM');
        expect([0, null]).toContain(code);
        expect([null, 'SIGTERM']).toContain(signal);
        expect(stderr).toBe('');
      }
    });

    it('names the port that is in use, who holds it, and a free one', async () => {
      const server = await start();
      const { host, port } = server.endpoint;
      const second = await runToEnd(program, [host, String(port)]);
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
      const { code, stdout, stderr } = await runToEnd(program, args);
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/^ +at /m);
      expect([code, stdout.toString()]).toEqual([exitCode, '']);
    });

    it.each([
      ['id', 'Pemakaian:'],
      ['en', 'Usage:'],
    ])('prints its help in %s', async (language, title) => {
      const { code, stdout } = await runToEnd(program, ['--help', '--lang', language]);
      expect(stdout.toString()).toContain(`${title} ${name}`);
      expect(stdout.toString()).toMatch(/^ {2}3 /m); // the exit codes
      expect(code).toBe(0);
    });

    it('has shown its help when its reader has read enough', async () => {
      const help = startProgram(program, ['--help']);
      await help.leave();
      expect(await help.toEnd()).toMatchObject({ code: 0, stderr: '' });
    });
  });

  describeServerLog(program, dialogue);
}
