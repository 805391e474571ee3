import { describe, expect, it } from '@jest/globals';
import { nameOf, runToEnd, ScriptedClient, startProgram, type Program } from '@praktikum/peers';
import { ask, askAgain, greeted, type Dialogue } from './dialogue.ts';
import { describeWithFullDisk, FULL_DISK } from './installed.ts';
import { startInTests } from './start-in-tests.ts';
import { itOnUnix } from './on-unix.ts';

const ONE_LINE = /^.+\n$/;

/** Enough to be frequent on a slow machine too. */
const REFUSED_CLIENTS = 2000;

/**
 * What holds for the log of every server program: stable fields, nothing raw from its clients, counts in
 * place of floods, and a server that goes on when it cannot be written.
 * @param program name of the Nx project, which is built, or a file
 */
export function describeServerLog(program: Program, dialogue: Dialogue): void {
  const name = nameOf(program);
  describe('log', () => {
    const start = startInTests(program);

    itOnUnix(
      'logs one JSON object a line, with stable fields and nothing raw from its clients',
      async () => {
        const server = await start();
        const client = await greeted(await ScriptedClient.connect(server.endpoint), dialogue);
        const text = 'awas \u001b[2J\u009b31m \u202eterbalik\n{"event":"palsu"}';
        const { request } = dialogue.ask(text);
        const greeting = client.received.length;
        await client.send(request);
        await client.receive(greeting + 10);
        const remote = `127.0.0.1:${client.socket.localPort}`;
        client.reset();
        const heard = await server.program.event(dialogue.event);
        await server.program.event('closed', { code: 'ECONNRESET' });
        const { stdout } = await server.stop();
        const lines = stdout.toString().trimEnd().split('\n');
        const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
        for (const event of events) {
          expect(event).toMatchObject({ service: name, event: expect.any(String) });
          expect(Object.keys(event).slice(0, 4)).toEqual([
            'level',
            'time',
            'service',
            expect.anything(),
          ]);
        }
        expect(events.map(({ event }) => event)).not.toContain('palsu');
        expect(heard).toMatchObject({ connection: 1, remote });
        if (dialogue.event === 'received') {
          expect(heard.bytes).toBe(Buffer.byteLength(request));
          expect(heard.msg).toContain('awas \\x1b[2J\\x9b31m \\u202eterbalik\\n{"event":"palsu"}');
        }
        // eslint-disable-next-line no-control-regex -- what must not be there
        expect(stdout.toString()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      },
    );

    itOnUnix(
      'counts what clients cause by the thousand, and writes it at --log-level debug',
      async () => {
        for (const [level, most] of [
          ['info', REFUSED_CLIENTS / 2],
          ['debug', REFUSED_CLIENTS],
        ] as const) {
          const server = await start('--max-per-address', '1', '--log-level', level);
          const only = await ScriptedClient.connect(server.endpoint);
          await ask(only, dialogue);
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
      },
    );

    itOnUnix('serves on when the reader of its log has ended, and says so', async () => {
      const server = await start('--lang', 'en');
      await server.program.leave();
      const client = await ScriptedClient.connect(server.endpoint);
      await ask(client, dialogue);
      await server.program.said(/\(its reader has stopped\); the server goes on serving\.\n/);
      await askAgain(client, dialogue);
      client.close();
      expect(await server.stop()).toMatchObject({
        code: 0,
        stderr: expect.stringMatching(ONE_LINE),
      });
    });

    describeWithFullDisk('on a full disk', () => {
      it.each([
        ['json', 'id', 'Log tidak dapat ditulis ke keluaran standar (penyimpanan penuh)'],
        ['pretty', 'en', 'The log cannot be written to standard output (the disk is full)'],
      ])('serves without its log, and says so once (%s, %s)', async (format, language, words) => {
        const { endpoint, stop } = await start();
        await stop(); // its port is free now, and no log is to tell of it
        const { host, port } = endpoint;
        const args = [host, String(port), '--log-format', format, '--lang', language];
        const server = startProgram(program, args, { stdoutTo: FULL_DISK });
        await server.said(/\n/);
        (await ScriptedClient.connectOnceItListens(endpoint)).close();
        for (let number = 0; number < 3; number++) {
          const client = await ScriptedClient.connect(endpoint);
          await ask(client, dialogue);
          client.close();
        }
        const { code, stderr } = await server.stop();
        expect(stderr).toContain(words);
        expect([code, stderr]).toEqual([0, expect.stringMatching(ONE_LINE)]);
      });

      it('ends with an error when it cannot show its help', async () => {
        const { code, stderr } = await runToEnd(program, ['--help'], { stdoutTo: FULL_DISK });
        expect([code, stderr]).toEqual([14, expect.stringContaining('ERR_STDOUT')]);
      });
    });

    it('marks a warning on a terminal, in the language of the reader', async () => {
      for (const [language, mark] of [
        ['id', 'PERINGATAN'],
        ['en', 'WARNING'],
      ]) {
        const args = ['--port', '0', '--log-format', 'pretty', '--max-per-address', '1'];
        const server = startProgram(program, [...args, '--lang', language!]);
        const line = await server.line(/port \d+|:\d+$/);
        const endpoint = { host: '127.0.0.1', port: Number(/(\d+)$/.exec(line)?.[1]) };
        const first = await ScriptedClient.connect(endpoint);
        await ask(first, dialogue);
        await (await ScriptedClient.connect(endpoint)).receiveToEnd();
        await server.line(new RegExp(`^${mark}: `));
        await server.stop('SIGKILL');
      }
    });

    const withText = dialogue.event === 'received' ? it : it.skip;
    withText('shows the same on a terminal, harmless', async () => {
      const server = startProgram(program, ['--port', '0', '--log-format', 'pretty']);
      const line = await server.line(/port \d+|:\d+$/);
      const port = Number(/(\d+)$/.exec(line)?.[1]);
      const client = await ScriptedClient.connect({ host: '127.0.0.1', port });
      await client.send('awas \u001b[2J');
      await server.line(/awas \\x1b\[2J$/);
      client.close();
      const { stdout } = await server.stop();
      expect(stdout.toString()).not.toContain('\u001b');
    });
  });
}
