import { afterEach, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Server, Socket } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { ScriptedClient } from '@praktikum/peers';
import { Listener } from './listener.ts';

const clients: ScriptedClient[] = [];
const listeners: Listener[] = [];
const accepted: Socket[] = [];

async function listen(accept = answer): Promise<Listener> {
  const listener = await Listener.listen({ host: '127.0.0.1', port: 0 }, 511, accept);
  listeners.push(listener);
  return listener;
}

function answer(socket: Socket): void {
  accepted.push(socket);
  socket.end('halo');
}

async function connect(port: number): Promise<ScriptedClient> {
  const client = await ScriptedClient.connect({ host: '127.0.0.1', port });
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  for (const socket of accepted.splice(0)) socket.destroy();
  for (const listener of listeners.splice(0)) listener.close();
});

it('lets clients wait while it is paused, and accepts them afterwards', async () => {
  const listener = await listen();
  const { port } = listener.address!;
  listener.pause();
  listener.pause();
  expect(listener.address).toBeUndefined();
  const waiting = await Promise.all([connect(port), connect(port)]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(accepted).toHaveLength(0);
  listener.resume();
  listener.resume();
  for (const client of waiting) await client.receiveText('halo');
  expect(listener.address).toEqual({ host: '127.0.0.1', port });
});

it('can be paused by the client it has just accepted, with more behind it', async () => {
  const listener: Listener = await listen((socket) => {
    answer(socket);
    listener.pause();
  });
  const { port } = listener.address!;
  const crowd = await Promise.all(Array.from({ length: 20 }, () => connect(port)));
  while (crowd.some(({ received }) => received.length < 4)) {
    await new Promise((resolve) => setImmediate(resolve));
    listener.resume();
  }
  expect(accepted).toHaveLength(20);
});

it('moves, with the clients that wait, also while it is paused', async () => {
  const listener = await listen();
  const { port } = listener.address!;
  listener.pause();
  const client = await connect(port);
  const { port1, port2 } = new MessageChannel();
  listener.moveTo(port1);
  const [server] = (await once(port2, 'message')) as [Server];
  listeners.push(new Listener(server, answer));
  await client.receiveText('halo');
  port1.close();
});

it('refuses clients once it is closed, paused or not', async () => {
  const listener = await listen();
  const { port } = listener.address!;
  listener.pause();
  listener.close();
  listener.close();
  await expect(connect(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

const onLinux = existsSync('/proc/self/fd') ? it : it.skip;

onLinux(
  'holds the descriptor that a pause takes, and says when there was none (Linux only)',
  () => {
    const script = `
    import { openSync, closeSync } from 'node:fs';
    import { Listener } from ${JSON.stringify(new URL('./listener.ts', import.meta.url).href)};
    const taken = [];
    const takeAll = () => { try { for (;;) taken.push(openSync('/dev/null')); } catch {} };
    const listen = () => Listener.listen({ host: '127.0.0.1', port: 0 }, 1, () => undefined);
    const rich = await listen();
    takeAll();
    rich.pause();
    console.log(rich.resume());
    rich.close();
    takeAll();
    closeSync(taken.pop());
    const poor = await listen(); // on the last descriptor: there is none to hold
    poor.pause();
    console.log(poor.resume());
    process.exit();`;
    const node = `"${process.execPath}" --no-warnings --input-type=module`;
    const { stdout, stderr } = spawnSync('sh', ['-c', `ulimit -n 60; exec ${node}`], {
      input: script,
      encoding: 'utf8',
      env: {},
    });
    expect([stdout, stderr]).toEqual(['true\nfalse\n', '']);
  },
);
