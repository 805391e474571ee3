import { afterEach, expect, it } from '@jest/globals';
import { ScriptedClient, startServer, type StartedServer } from '@praktikum/peers';
import { itOnUnix } from '@praktikum/testing';

let server: StartedServer;
afterEach(() => server.stop('SIGKILL'));

/** Connects, speaks, and is known to wait in the queue or to be served. */
async function arrive(text: string, state: 'connection' | 'queued'): Promise<ScriptedClient> {
  const client = await ScriptedClient.connect(server.endpoint);
  await client.send(text);
  await server.program.event(state, { remote: `127.0.0.1:${client.socket.localPort}` });
  return client;
}

it('serves one client at a time, the others in the order in which they came', async () => {
  server = await startServer('simple-server');
  const first = await arrive('satu', 'connection');
  const waiting: ScriptedClient[] = [];
  for (const text of ['dua', 'tiga', 'empat']) waiting.push(await arrive(text, 'queued'));
  await first.receiveText('satu');
  const order: string[] = [];
  for (const client of [first, ...waiting]) {
    client.halfClose();
    order.push((await client.receiveToEnd()).toString());
    expect(waiting.slice(order.length).every(({ received }) => received.length === 0)).toBe(true);
  }
  expect(order).toEqual(['satu', 'dua', 'tiga', 'empat']);
  await server.program.event('connection', { connection: 4 });
  const served = server.program.events('connection').map(({ connection }) => connection);
  expect(served).toEqual([1, 2, 3, 4]);
});

it('passes over a client that reset its connection while it waited', async () => {
  server = await startServer('simple-server');
  const first = await arrive('satu', 'connection');
  (await arrive('dua', 'queued')).reset();
  const third = await arrive('tiga', 'queued');
  first.halfClose();
  await expect(third.receiveText('tiga')).resolves.toBe('tiga');
});

it('refuses with a clean end whom the queue cannot take', async () => {
  server = await startServer('simple-server', ['--max-queue', '1']);
  await arrive('satu', 'connection');
  await arrive('dua', 'queued');
  const third = await ScriptedClient.connect(server.endpoint);
  await third.send('tiga');
  await expect(third.receiveToEnd()).resolves.toHaveLength(0);
  await expect(server.program.event('refused')).resolves.toMatchObject({
    level: 'warn',
    reason: 'queue-full',
    remote: `127.0.0.1:${third.socket.localPort}`,
  });
});

it('refuses who has waited too long', async () => {
  server = await startServer('simple-server', ['--queue-timeout', '100ms']);
  await arrive('satu', 'connection');
  const second = await arrive('dua', 'queued');
  await expect(second.receiveToEnd()).resolves.toHaveLength(0);
  await expect(server.program.event('refused')).resolves.toMatchObject({ reason: 'queue-timeout' });
});

it('closes a client that is silent for too long and goes on with the next', async () => {
  server = await startServer('simple-server', ['--idle-timeout', '2s']);
  const silent = await ScriptedClient.connect(server.endpoint);
  const next = await arrive('berikutnya', 'queued');
  await expect(silent.receiveToEnd()).resolves.toHaveLength(0);
  await expect(next.receiveText('berikutnya')).resolves.toBe('berikutnya');
});

itOnUnix('refuses those who wait when it stops', async () => {
  server = await startServer('simple-server');
  const first = await arrive('satu', 'connection');
  const second = await arrive('dua', 'queued');
  const stopped = server.stop('SIGINT');
  await expect(second.receiveToEnd()).resolves.toHaveLength(0);
  await expect(first.receiveToEnd()).resolves.toEqual(Buffer.from('satu'));
  for (const client of [first, second]) client.halfClose();
  expect((await stopped).code).toBe(0);
});
