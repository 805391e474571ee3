import { expect, it } from '@jest/globals';
import { once } from 'node:events';
import { ScriptedClient } from '@praktikum/peers';
import { describeEachAccept } from '@praktikum/testing';
import { connect, gate, listen, open, served } from '../../fixtures/scripted-pool.ts';

describeEachAccept('close (%s)', (accept) => {
  it('ends idle clients, refuses new ones, and reports none cut off', async () => {
    const pool = await listen({ accept, limits: { drainQuietMs: 20 } });
    const idle = await served(pool);
    const closing = pool.close(5000);
    await expect(idle.receiveToEnd()).resolves.toHaveLength(1);
    idle.halfClose();
    await expect(closing).resolves.toBe(0);
    await expect(ScriptedClient.connect(pool.address)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await expect(pool.close(1)).resolves.toBe(0);
  });

  it('waits for an answer that is being worked out', async () => {
    const slow = gate();
    const pool = await listen({ accept, limits: { drainQuietMs: 20 } }, { gate: slow });
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

  it('lets conversations come to their end', async () => {
    // A client that does not get to run for the usual time would be ended as an idle one.
    const pool = await listen({ accept, limits: { drainQuietMs: 60_000 } });
    const clients = await Promise.all(Array.from({ length: 20 }, () => served(pool)));
    const closing = pool.close(60_000);
    for (let round = 2; round <= 100; round++) {
      for (const client of clients) await client.send('x');
      await Promise.all(clients.map((client) => client.receive(round)));
    }
    for (const client of clients) {
      client.halfClose();
      await expect(client.receiveToEnd()).resolves.toEqual(Buffer.alloc(100, 'x'));
    }
    await expect(closing).resolves.toBe(0);
  });

  it('cuts off at the deadline what does not come to an end', async () => {
    const pool = await listen({ accept }, { gate: gate() });
    const client = await served(pool);
    await client.send('slow');
    await expect(pool.close(100)).resolves.toBe(1);
    expect(await client.receiveOutcome()).not.toBe('');
  });

  it('is not disturbed by a refused client that resets', async () => {
    const pool = await listen({ accept, limits: { maxConnections: 1, lingerMs: 5000 } });
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
    const pool = await listen({ accept, workers: 1 }, { gate: slow });
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
    const pool = await listen({ accept, workers: 1, limits: { drainQuietMs: 50 } });
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
    const pool = await listen({ accept, workers: 1 });
    await served(pool);
    const closed = once(pool, 'closed');
    await pool.destroy();
    expect((await closed)[1]).toEqual({ reason: 'destroyed', bytesRead: 1, bytesWritten: 1 });
  });

  it('can be forced while it waits, even when a worker is stuck', async () => {
    const stuck = gate();
    const pool = await listen({ accept, workers: 1 }, { gate: stuck });
    const client = await served(pool);
    await client.send('stuck');
    await Atomics.waitAsync(stuck, 1, 0).value;
    const closing = pool.close(60_000);
    await pool.destroy();
    await closing;
    expect(await client.receiveOutcome()).not.toBe('');
  });
});
