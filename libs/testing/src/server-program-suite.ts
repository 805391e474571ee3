import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { nameOf, runToEnd, startProgram, type Program } from '@praktikum/peers';
import { describeServerLifecycle } from './server-lifecycle-suite.ts';
import { describeServerLog } from './server-log-suite.ts';
import type { ServerProgram } from './server-program.ts';
import { startInTests } from './start-in-tests.ts';

/**
 * What holds for every server program, whatever it says to its clients: how it starts, how it
 * complains, how it stops, that it leaves nothing behind, and what it logs.
 * @param program name of the Nx project, which is built, or a file
 */
export function describeServerProgram(program: Program, served: ServerProgram): void {
  const name = nameOf(program);
  describe('server program', () => {
    const start = startInTests(program);

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
      expect(second.stderr).toMatch(new RegExp(`Port ${port} sudah digunakan oleh (${name}|node)`));
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
      [['satu', '2', 'tiga'], 2, 'Jumlah argumen kurang atau terlalu banyak.'],
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

  describeServerLifecycle(program, served);
  describeServerLog(program, served.dialogue);
}
