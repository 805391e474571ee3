import { describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import net from 'node:net';
import { describeReuseport, HAS_REUSEPORT } from '@praktikum/testing';
import {
  connect,
  gate,
  listen,
  open,
  served,
  servedElsewhere,
  until,
  workerOf,
} from '../../fixtures/scripted-pool.ts';

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
    const closed = once(pool, 'closed');
    client.halfClose();
    await client.receiveToEnd();
    await closed;
    expect(pool.stats()).toMatchObject({ accepted: 1, active: 0 });
  });
});

describe('workers that fail', () => {
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

  it('gives nobody to a worker that does not answer while another one does', async () => {
    const stuck = gate();
    const pool = await listen({}, { gate: stuck });
    const first = await served(pool);
    await first.send('stuck');
    await Atomics.waitAsync(stuck, 1, 0).value;
    await until(() =>
      pool.stats().workers.some(({ connections, responsive }) => connections === 1 && !responsive),
    );
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
});

describeReuseport('reuseport', () => {
  it('counts clients of all workers together, and numbers each one once', async () => {
    const pool = await listen({ accept: 'reuseport', workers: 3 });
    for (let count = 0; count < 20; count++) await served(pool);
    const told = () => pool.stats().workers.reduce((sum, { connections }) => sum + connections, 0);
    await until(() => told() === 20);
    expect(pool.stats()).toMatchObject({ accepted: 20, refused: 0, active: 20 });
  });

  it('tells of each client whose worker it is', async () => {
    const pool = await listen({ accept: 'reuseport' });
    const connection = once(pool, 'connection');
    const client = await served(pool);
    const [{ remote }, worker] = await connection;
    expect([remote.port, worker]).toEqual([client.socket.localPort, await workerOf(client)]);
  });

  it('serves who waits in one worker when a client of another one leaves', async () => {
    const pool = await listen({ accept: 'reuseport', limits: { maxConnections: 2 } });
    const first = await served(pool);
    const second = await servedElsewhere(pool, first);
    const [one, other] = [await workerOf(first), await workerOf(second)];
    expect(one).not.toBe(other);
    await until(() => pool.stats().active === 2);
    const waiting = await Promise.all([connect(pool), connect(pool), connect(pool)]);
    await until(() => pool.stats().queued === 3);
    for (const client of waiting) await client.send('giliran');
    first.close();
    second.close();
    await until(() => waiting.filter(({ received }) => received.length > 0).length === 2);
    waiting.find(({ received }) => received.length > 0)!.close();
    await until(() => pool.stats().queued === 0);
    expect(pool.stats()).toMatchObject({ refused: 0, active: 2 });
  });

  it('takes no port that another server has, not even one that shares it', async () => {
    const pool = await listen({ accept: 'reuseport' });
    const again = listen({ accept: 'reuseport', listeners: [{ endpoint: pool.address }] });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('says that the system cannot, where it cannot', async () => {
    const { BoundSocket } = net;
    const bind = jest.spyOn(net, 'BoundSocket').mockImplementation((options) => {
      if (options?.reusePort) throw Object.assign(new Error('bind ENOTSUP'), { code: 'ENOTSUP' });
      return new BoundSocket(options);
    });
    await expect(listen({ accept: 'reuseport' })).rejects.toMatchObject({
      code: 'ERR_REUSEPORT_UNSUPPORTED',
      details: { where: process.platform },
    });
    bind.mockRestore();
  });
});

it('says that this Node cannot send bound sockets to workers, where it cannot', async () => {
  const send = jest.spyOn(globalThis, 'structuredClone');
  if (HAS_REUSEPORT) {
    send.mockImplementation(() => {
      throw new DOMException('Found invalid value in transferList.', 'DataCloneError');
    });
  }
  await expect(listen({ accept: 'reuseport' })).rejects.toMatchObject({
    code: 'ERR_REUSEPORT_UNSUPPORTED',
    details: { where: `Node.js ${process.version}` },
  });
  send.mockRestore();
});
