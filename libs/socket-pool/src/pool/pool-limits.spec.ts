import { expect, it } from '@jest/globals';
import { once } from 'node:events';
import { describeEachAccept } from '@praktikum/testing';
import { connect, gate, listen, open, served } from '../../fixtures/scripted-pool.ts';
import { YOUNG_GENERATION_MB } from './workers/worker-thread.ts';

/** More than the kernel keeps for both ends of a connection. */
const MANY_BYTES = 32 * 1024 * 1024;

describeEachAccept('limits (%s)', (accept) => {
  it('lets clients wait in order and refuses the rest with a clean end', async () => {
    const pool = await listen({ accept, limits: { maxConnections: 1, maxQueued: 1 } });
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
    const pool = await listen({ accept, limits: { maxConnections: 1, queueTimeoutMs: 50 } });
    await served(pool);
    const second = await connect(pool);
    await expect(second.receiveToEnd()).resolves.toHaveLength(0);
  });

  it('refuses more than so many clients of one address', async () => {
    const pool = await listen({ accept, limits: { maxConnectionsPerAddress: 2 } });
    await served(pool);
    await served(pool);
    const refused = once(pool, 'refused');
    const third = await connect(pool);
    await expect(third.receiveToEnd()).resolves.toHaveLength(0);
    expect((await refused)[1]).toBe('address-limit');
  });

  it('does not take a client for silent whose answer is being worked out', async () => {
    const slow = gate();
    const pool = await listen({ accept, limits: { idleTimeoutMs: 1000 } }, { gate: slow });
    const client = await connect(pool);
    await client.send('slow');
    const neighbour = await served(pool);
    await neighbour.receiveToEnd(); // silent for as long, and closed for it
    const afterwards = await served(pool);
    await afterwards.receiveToEnd(); // twice as long
    open(slow);
    await client.receiveText('slow answer');
  });

  it('closes a client that takes nothing, although its answer is being worked out', async () => {
    const slow = gate();
    const pool = await listen({ accept, limits: { idleTimeoutMs: 1000 } }, { gate: slow });
    const client = await served(pool);
    const ended = once(pool, 'closed');
    await client.send('slow');
    await client.flood(Buffer.alloc(MANY_BYTES, 'x'));
    const [, closed] = await ended;
    expect(closed).toMatchObject({ reason: 'idle' });
    open(slow);
  });

  it('leaves a client alone that takes one long write for longer than that', async () => {
    // The kernel asks for more when a third of its buffer is free: 250 ms of the 6 s that this takes at least.
    const pool = await listen({ accept, limits: { idleTimeoutMs: 3000 } });
    const client = await connect(pool);
    const { socket } = client;
    socket.on('data', () => setTimeout(() => socket.resume(), 12) && socket.pause());
    await client.send(`${MANY_BYTES} bytes`);
    await client.receive(MANY_BYTES);
  });

  it('closes a client that is silent for too long', async () => {
    const pool = await listen({ accept, limits: { idleTimeoutMs: 1000 } });
    const client = await served(pool);
    const ended = once(pool, 'closed');
    await expect(client.receiveToEnd()).resolves.toHaveLength(1);
    const [, closed] = await ended;
    expect(closed).toMatchObject({ reason: 'idle', bytesRead: 1, bytesWritten: 1 });
  });
});

it('keeps the young generation of a worker small', async () => {
  const client = await connect(await listen({ workers: 1 }));
  await client.send('young');
  const bytes = Number(await client.receiveText('\n'));
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(bytes).toBeLessThanOrEqual(YOUNG_GENERATION_MB * 2 ** 20);
});
