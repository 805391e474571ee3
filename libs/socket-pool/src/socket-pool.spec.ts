import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { TestClient } from '@praktikum/testing';
import type { ScriptedWorker } from '../fixtures/scripted-worker.ts';
import { SocketPool, type SocketPoolOptions } from './socket-pool.ts';

const ANY_PORT = { host: '127.0.0.1', port: 0 };
const SCRIPTED = new URL('../fixtures/scripted-worker.ts', import.meta.url);

const pools: SocketPool[] = [];
const clients: TestClient[] = [];

async function listen(
  options: Partial<SocketPoolOptions> = {},
  script: Partial<ScriptedWorker> = {},
): Promise<SocketPool> {
  const starts = new Int32Array(new SharedArrayBuffer(4));
  const data: ScriptedWorker = { starts, ...script };
  const pool = await SocketPool.listen({
    worker: SCRIPTED,
    endpoint: ANY_PORT,
    workers: 2,
    data,
    ...options,
  });
  pools.push(pool);
  return pool;
}

async function connect(pool: SocketPool): Promise<TestClient> {
  const client = await TestClient.connect(pool.address);
  clients.push(client);
  return client;
}

/** A client that has been answered, so it is being served for sure. */
async function served(pool: SocketPool): Promise<TestClient> {
  const client = await connect(pool);
  await client.send('x');
  await client.receive(1);
  return client;
}

const gate = () => new Int32Array(new SharedArrayBuffer(8));

function open(closed: Int32Array): void {
  Atomics.store(closed, 0, 1);
  Atomics.notify(closed, 0);
}

/** Looks again and again; the test's own time limit ends it. */
async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise((resolve) => setImmediate(resolve));
}

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await Promise.all(pools.splice(0).map((pool) => pool.destroy()));
});

describe('hand-over', () => {
  it('loses nothing of what a client sends before its socket has moved', async () => {
    const pool = await listen();
    const client = await connect(pool);
    client.socket.end('all at once, with the end of the stream');
    await expect(client.receiveToEnd()).resolves.toEqual(
      Buffer.from('all at once, with the end of the stream'),
    );
  });

  it('gives each client to the worker with the fewest', async () => {
    const pool = await listen();
    for (let count = 0; count < 10; count++) await served(pool);
    expect(pool.stats().workers.map(({ connections }) => connections)).toEqual([5, 5]);
    expect(pool.stats()).toMatchObject({ accepted: 10, active: 10, queued: 0, refused: 0 });
  });

  it('counts a client out when it has gone', async () => {
    const pool = await listen();
    const client = await served(pool);
    client.halfClose();
    await client.receiveToEnd();
    await once(pool, 'closed');
    expect(pool.stats()).toMatchObject({ accepted: 1, active: 0 });
  });
});

describe('limits', () => {
  it('lets clients wait in order and refuses the rest with a clean end', async () => {
    const pool = await listen({ limits: { maxConnections: 1, maxQueued: 1 } });
    const first = await served(pool);
    const queued = once(pool, 'queued');
    const second = await connect(pool);
    await second.send('second');
    await queued;
    const refused = once(pool, 'refused');
    const third = await connect(pool);
    await third.send('never read');
    await expect(third.receiveToEnd()).resolves.toHaveLength(0);
    expect((await refused)[1]).toBe('queue-full');
    expect(second.received).toHaveLength(0);
    first.halfClose();
    await expect(second.receive(6)).resolves.toEqual(Buffer.from('second'));
    expect(pool.stats()).toMatchObject({ accepted: 3, active: 1, queued: 0, refused: 1 });
  });

  it('refuses who waits too long', async () => {
    const pool = await listen({ limits: { maxConnections: 1, queueTimeoutMs: 50 } });
    await served(pool);
    const second = await connect(pool);
    await expect(second.receiveToEnd()).resolves.toHaveLength(0);
  });

  it('refuses more than so many clients of one address', async () => {
    const pool = await listen({ limits: { maxConnectionsPerAddress: 2 } });
    await served(pool);
    await served(pool);
    const refused = once(pool, 'refused');
    const third = await connect(pool);
    await expect(third.receiveToEnd()).resolves.toHaveLength(0);
    expect((await refused)[1]).toBe('address-limit');
  });

  it('does not take a client for silent whose answer is being worked out', async () => {
    const slow = gate();
    const pool = await listen({ limits: { idleTimeoutMs: 50 } }, { gate: slow });
    const client = await connect(pool);
    await client.send('slow');
    const neighbour = await served(pool);
    await neighbour.receiveToEnd(); // silent for as long, and closed for it
    await new Promise((resolve) => setTimeout(resolve, 100));
    open(slow);
    await client.receiveText('slow answer');
  });

  it('closes a client that is silent for too long', async () => {
    const pool = await listen({ limits: { idleTimeoutMs: 50 } });
    const client = await served(pool);
    await expect(client.receiveToEnd()).resolves.toHaveLength(1);
    const [, closed] = await once(pool, 'closed');
    expect(closed).toMatchObject({ reason: 'idle', bytesRead: 1, bytesWritten: 1 });
  });
});

describe('failures', () => {
  it.each(['throw', 'exit'])(
    'a worker that ends by %s takes only its own clients with it, and is replaced',
    async (command) => {
      const pool = await listen();
      const doomed = await served(pool);
      const neighbour = await served(pool);
      const exit = once(pool, 'workerExit');
      const restart = once(pool, 'workerRestart');
      await doomed.send(command);
      await doomed.receiveOutcome();
      const [worker, { connections }] = await exit;
      expect(connections).toBe(1);
      await neighbour.send('still here');
      await neighbour.receiveText('still here');
      expect(await restart).toEqual([worker]);
      const next = await served(pool);
      await next.send('who');
      expect(await next.receiveText(String(worker))).toContain(String(worker));
      expect(pool.stats()).toMatchObject({ restarts: 1, active: 2 });
    },
  );

  it('a worker that ends under load is noticed by its own clients alone', async () => {
    const pool = await listen();
    const talkers = await Promise.all(Array.from({ length: 40 }, () => served(pool)));
    const numbers = await Promise.all(
      talkers.map(async (talker) => {
        await talker.send('who');
        return (await talker.receive(2)).toString().slice(1);
      }),
    );
    const conversations = talkers.map(async (talker) => {
      for (let count = 0; count < 100 && talker.outcome === undefined; count++) {
        await talker.send(`<${count}>`);
        await Promise.race([talker.receiveText(`<${count}>`), talker.receiveOutcome()]);
      }
      return talker.outcome;
    });
    const exit = once(pool, 'workerExit');
    await (await served(pool)).send('throw');
    const [dead, { connections }] = await exit;
    const outcomes = await Promise.all(conversations);
    outcomes.forEach((outcome, at) => {
      if (numbers[at] === String(dead)) expect(outcome).toBeDefined();
      else expect(outcome).toBeUndefined();
    });
    expect(connections).toBeGreaterThan(15);
  });

  it('closes what a worker never acknowledged, queued behind the loop it died in', async () => {
    const stuck = gate();
    const pool = await listen({ workers: 1 }, { gate: stuck });
    const first = await served(pool);
    await first.send('stuck');
    await Atomics.waitAsync(stuck, 1, 0).value;
    const connected = once(pool, 'connection');
    const unheard = await connect(pool);
    await unheard.send('is anybody there?');
    await connected;
    const exit = once(pool, 'workerExit');
    open(stuck);
    expect(await unheard.receiveOutcome()).not.toBe('');
    expect((await exit)[1]).toMatchObject({ exitCode: 7, connections: 2, unacknowledged: 1 });
  });

  it('ends and replaces a worker that is stuck in a loop, the others unaffected', async () => {
    const stuck = gate();
    const limits = { heartbeatMs: 20, stuckTimeoutMs: 300 };
    const pool = await listen({ limits }, { gate: stuck });
    const first = await served(pool);
    const neighbour = await served(pool);
    const exit = once(pool, 'workerExit');
    const restart = once(pool, 'workerRestart');
    await first.send('stuck');
    await Atomics.waitAsync(stuck, 1, 0).value;
    await neighbour.send('ada');
    await neighbour.receiveText('xada');
    expect((await exit)[1]).toMatchObject({ connections: 1, error: { code: 'ERR_WORKER_STUCK' } });
    expect(await first.receiveOutcome()).not.toBe('');
    await restart;
    await neighbour.send('masih ada');
    await neighbour.receiveText('masih ada');
  });

  it('gives nobody to a worker that does not answer while another one does', async () => {
    const stuck = gate();
    const pool = await listen({ limits: { heartbeatMs: 20 } }, { gate: stuck });
    const first = await served(pool);
    await first.send('stuck');
    await Atomics.waitAsync(stuck, 1, 0).value;
    await until(() => pool.stats().workers.some(({ responsive }) => !responsive));
    for (let count = 0; count < 5; count++) await served(pool);
    expect(
      pool
        .stats()
        .workers.map(({ connections }) => connections)
        .sort(),
    ).toEqual([1, 5]);
  });

  it('lets clients wait while no worker is there', async () => {
    const pool = await listen({ workers: 1 });
    const first = await served(pool);
    const exit = once(pool, 'workerExit');
    await first.send('exit');
    await exit;
    const patient = await connect(pool);
    await patient.send('patience');
    await expect(patient.receiveText('patience')).resolves.toBe('patience');
  });

  it('a handler that throws loses its connection and no other', async () => {
    const pool = await listen({ workers: 1 }, { failConnection: 4 });
    const others: TestClient[] = [];
    for (let id = 1; id <= 3; id++) others.push(await served(pool));
    const closed = once(pool, 'closed');
    const unlucky = await connect(pool);
    await unlucky.receiveOutcome();
    expect((await closed)[1]).toMatchObject({ reason: 'error', code: 'ERR_UNEXPECTED' });
    for (const other of others) await other.send('y');
    for (const other of others) await other.receive(2);
  });

  it('says why the first workers did not start, and leaves nothing behind', async () => {
    const worker = new URL('../fixtures/broken-worker.ts', import.meta.url);
    await expect(listen({ worker })).rejects.toMatchObject({
      code: 'ERR_WORKER_START',
      details: { reason: 'broken on purpose' },
    });
  });

  it('gives up when no worker can be started any more', async () => {
    const pool = await listen({ workers: 1 }, { failFromStart: 2 });
    const failed = once(pool, 'failed');
    const client = await served(pool);
    await client.send('exit');
    expect((await failed)[0]).toMatchObject({
      code: 'ERR_WORKER_START',
      details: { reason: 'scripted start failure' },
    });
    expect(pool.stats().restarts).toBe(5);
  });

  it.each([0, 65, 1.5])('refuses %d workers', async (workers) => {
    await expect(listen({ workers })).rejects.toMatchObject({
      code: 'ERR_OPTION_VALUE',
      details: { option: 'workers', value: workers, accepts: '1 … 64' },
    });
  });

  it('passes on why it cannot listen', async () => {
    const pool = await listen();
    await expect(listen({ endpoint: pool.address })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('reload', () => {
  it('starts new workers and lets the old ones finish what they have', async () => {
    const starts = new Int32Array(new SharedArrayBuffer(4));
    const pool = await listen({}, { starts });
    const old = await served(pool);
    await pool.reload();
    expect(Atomics.load(starts, 0)).toBe(4);
    await old.send('masih di sini');
    await old.receiveText('masih di sini');
    expect(pool.stats()).toMatchObject({ restarts: 0, active: 1 });
    await until(() => pool.stats().retired === 1); // the other one had nothing to finish
    await served(pool);
    const closed = once(pool, 'closed');
    old.halfClose();
    await closed;
    expect(
      pool
        .stats()
        .workers.map(({ connections }) => connections)
        .sort(),
    ).toEqual([0, 1]);
  });

  it('breaks and refuses nobody in twenty reloads under load', async () => {
    const pool = await listen();
    let over = false;
    const conversations = Array.from({ length: 10 }, async () => {
      let count = 0;
      while (!over) {
        const client = await TestClient.connect(pool.address);
        client.socket.end('halo');
        expect((await client.receiveToEnd()).toString()).toBe('halo');
        count += 1;
      }
      return count;
    });
    for (let count = 0; count < 20; count++) await pool.reload();
    over = true;
    const counts = await Promise.all(conversations);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(pool.stats()).toMatchObject({ refused: 0, restarts: 0 });
  }, 120_000);

  it('keeps the old workers when the new ones do not start', async () => {
    const pool = await listen({}, { failFromStart: 3 });
    const client = await served(pool);
    await expect(pool.reload()).rejects.toMatchObject({ code: 'ERR_WORKER_START' });
    await client.send('who');
    await client.receive(2);
    await served(pool);
    expect(pool.stats()).toMatchObject({ retired: 0, active: 2 });
  });

  it('gives new data to the new workers', async () => {
    const pool = await listen({}, {});
    const next = { starts: new Int32Array(new SharedArrayBuffer(4)) };
    await pool.reload({ data: next });
    expect(Atomics.load(next.starts, 0)).toBe(2);
  });

  it('can be followed at once by close', async () => {
    const pool = await listen();
    const reloading = pool.reload();
    await expect(pool.close(1000)).resolves.toBe(0);
    await reloading;
  });
});

describe('close', () => {
  it('ends idle clients, refuses new ones, and reports none cut off', async () => {
    const pool = await listen({ limits: { drainQuietMs: 20 } });
    const idle = await served(pool);
    const closing = pool.close(5000);
    await expect(idle.receiveToEnd()).resolves.toHaveLength(1);
    idle.halfClose();
    await expect(closing).resolves.toBe(0);
    await expect(TestClient.connect(pool.address)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(pool.close(1)).resolves.toBe(0);
  });

  it('waits for an answer that is being worked out', async () => {
    const slow = gate();
    const pool = await listen({ limits: { drainQuietMs: 20 } }, { gate: slow });
    const client = await served(pool);
    await client.send('slow');
    const neighbour = await served(pool);
    const closing = pool.close(5000);
    await neighbour.receiveToEnd(); // the idle one goes first
    open(slow);
    await expect(client.receiveToEnd()).resolves.toEqual(Buffer.from('xslow answer'));
    client.halfClose();
    await expect(closing).resolves.toBe(0);
  });

  it('cuts off at the deadline what does not come to an end', async () => {
    const pool = await listen({}, { gate: gate() });
    const client = await served(pool);
    await client.send('slow');
    await expect(pool.close(100)).resolves.toBe(1);
    expect(await client.receiveOutcome()).not.toBe('');
  });

  it('is not disturbed by a refused client that resets', async () => {
    const pool = await listen({ limits: { maxConnections: 1, lingerMs: 5000 } });
    const first = await served(pool);
    const queued = once(pool, 'queued');
    const second = await connect(pool);
    await queued;
    const closing = pool.close(5000);
    await second.receiveToEnd();
    second.reset();
    first.halfClose();
    await first.receiveToEnd();
    await expect(closing).resolves.toBe(0);
  });

  it('counts the clients of a worker that dies meanwhile as cut off, and says so', async () => {
    const slow = gate();
    const pool = await listen({ workers: 1 }, { gate: slow });
    const client = await served(pool);
    const other = await served(pool);
    await client.send('slow'); // keeps the pool from closing
    const exit = once(pool, 'workerExit');
    const closing = pool.close(5000);
    await other.send('throw');
    expect((await exit)[1]).toMatchObject({ connections: 2 });
    await expect(closing).resolves.toBe(2);
  });

  it('answers what was sent before the end of a long piece of work', async () => {
    const pool = await listen({ workers: 1, limits: { drainQuietMs: 50 } });
    const busy = await served(pool);
    const client = await served(pool);
    await busy.send('busy'); // for longer than a client may be silent
    const closing = pool.close(5000);
    await client.send('masih sempat');
    await expect(client.receiveToEnd()).resolves.toEqual(Buffer.from('xmasih sempat'));
    client.halfClose();
    busy.halfClose();
    await expect(closing).resolves.toBe(0);
  });

  it('tells how connections ended that it cut off', async () => {
    const pool = await listen({ workers: 1 });
    await served(pool);
    const closed = once(pool, 'closed');
    await pool.destroy();
    expect((await closed)[1]).toEqual({ reason: 'destroyed', bytesRead: 1, bytesWritten: 1 });
  });

  it('can be forced while it waits, even when a worker is stuck', async () => {
    const stuck = gate();
    const pool = await listen({ workers: 1 }, { gate: stuck });
    const client = await served(pool);
    await client.send('stuck');
    await Atomics.waitAsync(stuck, 1, 0).value;
    const closing = pool.close(60_000);
    await pool.destroy();
    await closing;
    expect(await client.receiveOutcome()).not.toBe('');
  });
});
