import { expect, it } from '@jest/globals';
import { ScriptedClient, type Program } from '@praktikum/peers';
import { ask, askAgain, expectAnswers, greeted, manyQuestions } from './dialogue.ts';
import type { ServerProgram } from './server-program.ts';
import { startInTests } from './start-in-tests.ts';
import { describeOnUnix } from './on-unix.ts';

/** It does not wait for the deadline of the client that says nothing more. */
const DEADLINE = ['--shutdown-timeout', '1m'];
const END_WITHIN_MS = 30_000;

/** Never read, their answers are never finished. */
const UNREAD_BYTES = 32 * 1024 * 1024;

/** How a server program with clients reloads and ends: it leaves nobody without an answer. */
export function describeServerLifecycle(program: Program, served: ServerProgram): void {
  const { dialogue, reloads } = served;
  describeOnUnix('lifecycle', () => {
    const start = startInTests(program);

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

    it('ends with a client connected that has never said anything', async () => {
      const server = await start(...DEADLINE);
      const client = await ScriptedClient.connect(server.endpoint);
      await server.program.event('connection');
      await greeted(client, dialogue);
      const stopped = server.stop('SIGTERM');
      expectAnswers(await client.receiveToEnd(), dialogue);
      client.halfClose();
      expect(await stopped).toMatchObject({ code: 0, stderr: '' });
    });

    it('answers what it was asked before it was told to stop', async () => {
      const server = await start(...DEADLINE);
      const client = await ScriptedClient.connect(server.endpoint);
      const first = dialogue.ask('x');
      await ask(client, dialogue, 'x');
      const last = dialogue.slow ?? dialogue.ask('terakhir');
      await client.send(last.request);
      const stopped = server.stop('SIGTERM');
      expectAnswers(await client.receiveToEnd(), dialogue, first, last);
      client.halfClose();
      expect(await stopped).toMatchObject({ code: 0, stderr: '' });
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
      await client.flood(manyQuestions(dialogue, UNREAD_BYTES));
      await server.program.event(dialogue.event);
      server.program.kill('SIGINT');
      await server.program.event('stopping');
      const { code } = await server.stop('SIGINT');
      expect(code).toBe(130);
    });

    it('cuts off at the deadline what does not finish, and says so', async () => {
      const server = await start('--shutdown-timeout', '300ms');
      const client = await ScriptedClient.connect(server.endpoint);
      await client.flood(manyQuestions(dialogue, UNREAD_BYTES));
      await server.program.event(dialogue.event);
      const { code, stderr } = await server.stop('SIGTERM');
      expect(stderr).toContain('1 koneksi diputus sebelum selesai');
      expect(code).toBe(13);
    });
  });
}
