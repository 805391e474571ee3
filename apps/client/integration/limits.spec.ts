import { expect, it } from '@jest/globals';
import { once } from 'node:events';
import { runToEnd } from '@praktikum/peers';
import { withServer } from './with-server.ts';

it('a swarm leaves a server that never closes', async () => {
  await withServer(
    (socket) => void socket.on('data', (chunk: Buffer) => socket.write(chunk)),
    async ({ host, port }) => {
      const args = ['swarm', host, `${port}`, '--clients', '2', '--messages', '1', '--json'];
      const { code, stdout } = await runToEnd('client', args);
      const { summary, clients } = JSON.parse(stdout.toString());
      expect(summary).toMatchObject({ succeeded: 2, failed: 0 });
      for (const { finishedAt, servedAt } of clients) {
        expect(finishedAt - servedAt).toBeGreaterThan(900);
      }
      expect(code).toBe(0);
    },
  );
});

it('doctor waits for a mute server no longer than its default', async () => {
  await withServer(
    async (socket) => {
      socket.resume();
      await once(socket, 'end');
    },
    async ({ host, port }) => {
      const { stdout } = await runToEnd('client', ['doctor', host, `${port}`, '--lang', 'en']);
      expect(stdout.toString()).toContain('did not answer for 3,000 ms');
    },
  );
});
