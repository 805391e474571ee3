import { afterEach, describe, expect, it } from '@jest/globals';
import { runCommand, startServer, type StartedServer } from '@praktikum/peers';
import { describeWith, guideProgram } from '@praktikum/testing';
import { OUR_SERVERS } from './our-servers.ts';
import { peer } from './peer-programs.ts';

let server: StartedServer;
afterEach(() => server.stop('SIGKILL'));

const TEXT = 'Halo dari Python: é € 😀';

describeWith('python3', "Python's socket module as client", () => {
  describe.each(OUR_SERVERS)('of $app', ({ app, prefix }) => {
    const run = async (program: string, args: string[], input?: string | Uint8Array) => {
      server = await startServer(app);
      const { host, port } = server.endpoint;
      const python = await runCommand('python3', [program, host, String(port), ...args], {
        input: input ?? '',
        env: { PYTHONIOENCODING: 'utf-8' },
      });
      expect(python.stderr).toBe('');
      return python.stdout;
    };

    it('sends, half-closes, and reads to the end', async () => {
      const answer = await run(peer('stream_client.py'), [], TEXT);
      expect(answer.toString()).toBe(prefix + TEXT);
    });

    it('gets a MiB of every byte value back', async () => {
      const bytes = Buffer.alloc(1024 * 1024, Buffer.from([...Array(256).keys()]));
      const answer = await run(peer('stream_client.py'), [], bytes);
      const text =
        prefix === ''
          ? answer
          : Buffer.from(answer.toString('latin1').replaceAll(prefix, ''), 'latin1');
      expect(text.equals(bytes)).toBe(true);
    });

    it('talks on one connection', async () => {
      const answer = await run(peer('talking_client.py'), [prefix, 'satu', TEXT, 'tiga']);
      expect(answer.toString()).toBe(`${prefix}satu\n${prefix}${TEXT}\n${prefix}tiga\n`);
    });

    const original = guideProgram('simple_client.py');
    (original ? it : it.skip)("answers the guide's own client", async () => {
      const answer = await run(original!, []);
      const lines = answer.toString().split('\n');
      const { host, port } = server.endpoint;
      expect(lines.slice(0, 2)).toEqual([
        `Menghubungkan ke ${host} port ${port}`,
        'Mengirim: Ini pesan dari client',
      ]);
      // It reads 16 bytes at a time and stops after as many as it sent.
      const shown = lines
        .filter((line) => line.startsWith('Diterima: '))
        .map((line) => line.slice(10));
      expect(`${prefix}Ini pesan dari client`.startsWith(shown.join(''))).toBe(true);
      expect(shown.join('').length).toBeGreaterThanOrEqual(21);
      expect(lines.at(-2)).toBe('Menutup koneksi');
      if (prefix === '') return;
      const { msg } = await server.program.event('closed', { code: 'ECONNRESET' });
      expect(msg).toContain('Client mengirim 21 byte dan server menjawab 36 byte');
    });
  });
});
