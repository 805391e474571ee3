import { expect, it } from '@jest/globals';
import { once } from 'node:events';
import { describeEachAccept } from '@praktikum/testing';
import type { FromOwner, ToOwner } from '../../fixtures/owner-worker.ts';
import { connect, gate, listen, open, until } from '../../fixtures/scripted-pool.ts';
import type { Owner, WorkerLink } from '../shared/owner.ts';
import type { AcceptMode } from '../shared/pool-settings.ts';

const WORKER = new URL('../../fixtures/owner-worker.ts', import.meta.url);

/** Passes on what is said, and notes who is there. */
class Talk implements Owner<ToOwner, FromOwner> {
  readonly present = new Set<WorkerLink<FromOwner>>();
  readonly gone: WorkerLink<FromOwner>[] = [];
  readonly received: ToOwner[] = [];

  joined(worker: WorkerLink<FromOwner>): void {
    this.present.add(worker);
  }

  receive(worker: WorkerLink<FromOwner>, message: ToOwner): Iterator<void> | void {
    if (!this.present.has(worker)) throw new Error('a worker speaks that is not there');
    this.received.push(message);
    if ('said' in message) this.sayToAll(message.said);
  }

  left(worker: WorkerLink<FromOwner>): void {
    this.present.delete(worker);
    this.gone.push(worker);
  }

  sayToAll(text: string): boolean[] {
    return [...this.present].map((worker) => worker.send({ text }));
  }
}

/** Takes 20 ms for each step of a message, of which there are five. */
class SlowTalk extends Talk {
  steps = 0;

  override *receive(): Generator<void> {
    for (let step = 0; step < 5; step++) {
      const endsAt = performance.now() + 20;
      while (performance.now() < endsAt);
      this.steps += 1;
      yield;
    }
  }
}

async function start(accept: AcceptMode, workers = 2, owner = new Talk()) {
  const closed = gate();
  const pool = await listen({ accept, workers, worker: WORKER, owner, data: { gate: closed } });
  /** A client and the number of its worker. */
  const join = async () => {
    const client = await connect(pool);
    await client.receiveText('\n');
    return { client, worker: Number(/\d+/.exec(client.received.toString())![0]) };
  };
  return { owner, gate: closed, pool, join };
}

describeEachAccept('the owner of a pool (%s)', (accept) => {
  it('knows every worker, and passes on to all of them what one of their clients says', async () => {
    const { owner, join } = await start(accept);
    expect([...owner.present].map(({ worker }) => worker).sort()).toEqual([1, 2]);
    const clients = await Promise.all(Array.from({ length: 6 }, join));
    await clients[0]!.client.send('apa kabar\n');
    for (const { client } of clients) await client.receiveText('apa kabar\n');
  });

  it('gets what is sent in one turn in order, and buffers that move along', async () => {
    const { owner, join } = await start(accept);
    const { client } = await join();
    await client.send('many 500\nbytes\n');
    await client.receiveText('sisa 0\n');
    await until(() => owner.received.length === 501);
    expect(owner.received.slice(0, 500)).toEqual(
      Array.from({ length: 500 }, (_, at) => ({ number: at + 1 })),
    );
    expect(owner.received[500]).toEqual({ bytes: new Uint8Array([1, 2, 3]) });
  });

  it('is told of a worker that has gone, and of the one in its place', async () => {
    const { owner, gate: closed, pool, join } = await start(accept, 1);
    const { client } = await join();
    const [link] = [...owner.present];
    await client.send('block\n');
    await until(() => Atomics.load(closed, 1) === 1);
    const restarted = once(pool, 'workerRestart');
    // It does not read, so that its line fills up: the pool ends it.
    let isTaken = true;
    while (isTaken) [isTaken = false] = owner.sayToAll('terlalu banyak');
    await restarted;
    expect(owner.gone).toEqual([link]);
    expect(link!.send({ text: 'tidak ada lagi' })).toBe(false);
    await until(() => owner.present.size === 1);
    const { client: other } = await join();
    await other.send('masih ada\n');
    await other.receiveText('masih ada\n');
  });

  it('ends a worker that has fallen too far behind', async () => {
    const { owner, gate: closed, pool, join } = await start(accept, 1);
    const { client } = await join();
    await client.send('block\n');
    await until(() => Atomics.load(closed, 1) === 1);
    const exit = once(pool, 'workerExit');
    while (owner.sayToAll('x')[0]);
    expect((await exit)[1]).toMatchObject({ error: { code: 'ERR_WORKER_BEHIND' } });
  });

  it('lets a worker wait for room while too much of it has not been worked through', async () => {
    const { owner, join } = await start(accept, 1);
    const { client } = await join();
    await client.send('full\n');
    await client.receiveText('ada tempat\n');
    expect(owner.received.length).toBeGreaterThan(1000);
  });

  it('lets timers through while what it does takes long', async () => {
    const owner = new SlowTalk();
    const { join } = await start(accept, 1, owner);
    const { client } = await join();
    await client.send('many 10\n');
    const seen = new Set<number>();
    while (owner.steps < 50) {
      await new Promise((resolve) => void setTimeout(resolve, 1));
      seen.add(owner.steps);
    }
    expect(seen.size).toBeGreaterThan(20); // of 50 steps in 10 messages, which came at once
  });

  it('does not hold up a close with what it has not come to', async () => {
    const owner = new SlowTalk();
    const { pool, join } = await start(accept, 1, owner);
    const { client } = await join();
    await client.send('many 1000\n');
    await until(() => owner.steps > 0);
    await pool.destroy();
    const { steps } = owner;
    expect(steps).toBeLessThan(2000); // of 5,000, which take 100 s
    await new Promise((resolve) => void setTimeout(resolve, 100));
    expect(owner.steps).toBe(steps);
  });

  it('hears the last words of workers that a close ends, and then that they have left', async () => {
    const { owner, pool, join } = await start(accept);
    const { client } = await join();
    await client.send('many 3\n');
    await until(() => owner.received.length === 3);
    await pool.close(2000);
    expect(owner.present.size).toBe(0);
    expect(owner.gone).toHaveLength(2);
  });

  it('keeps its lines over a reload: old workers stay until their last client leaves', async () => {
    const { owner, pool, join } = await start(accept, 1);
    const { client: old } = await join();
    await pool.reload();
    await until(() => owner.present.size === 2);
    const { client: fresh } = await join();
    await old.send('dari yang lama\n');
    await fresh.receiveText('dari yang lama\n');
    old.close();
    await until(() => owner.gone.length === 1);
    open(gate());
  });
});
