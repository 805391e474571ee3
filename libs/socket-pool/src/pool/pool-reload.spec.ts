import { expect, it } from '@jest/globals';
import { once } from 'node:events';
import { ScriptedClient } from '@praktikum/peers';
import { describeEachAccept } from '@praktikum/testing';
import { listen, served, until } from '../../fixtures/scripted-pool.ts';

describeEachAccept('reload (%s)', (accept) => {
  it('starts new workers and lets the old ones finish what they have', async () => {
    const starts = new Int32Array(new SharedArrayBuffer(4));
    const pool = await listen({ accept }, { starts });
    const old = await served(pool);
    await pool.reload();
    expect(Atomics.load(starts, 0)).toBe(4);
    await old.send('masih di sini');
    await old.receiveText('masih di sini');
    expect(pool.stats()).toMatchObject({ restarts: 0, active: 1 });
    await until(() => pool.stats().retired === 1); // the other one had nothing to finish
    await served(pool);
    await until(() => pool.stats().workers.some(({ connections }) => connections === 1));
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
    const pool = await listen({ accept });
    let over = false;
    const conversations = Array.from({ length: 10 }, async () => {
      let count = 0;
      while (!over) {
        const client = await ScriptedClient.connect(pool.address);
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
  });

  it('keeps the old workers when the new ones do not start', async () => {
    const pool = await listen({ accept }, { failFromStart: 3 });
    const client = await served(pool);
    await expect(pool.reload()).rejects.toMatchObject({ code: 'ERR_WORKER_START' });
    await client.send('who');
    await client.receive(2);
    await served(pool);
    expect(pool.stats()).toMatchObject({ retired: 0, active: 2 });
  });

  it('says how many workers are new when a later one does not start', async () => {
    const pool = await listen({ accept }, {});
    const starts = new Int32Array(new SharedArrayBuffer(4));
    const reloading = pool.reload({ data: { starts, failFromStart: 2 } });
    await expect(reloading).rejects.toMatchObject({
      code: 'ERR_RELOAD_INCOMPLETE',
      details: { renewed: 1, workers: 2 },
    });
    expect(pool.stats().workers.map(({ state }) => state)).toEqual(['ready', 'ready']);
    await pool.reload({ data: { starts } }); // and can be gone on with
    expect(Atomics.load(starts, 0)).toBe(4);
  });

  it('gives new data to the new workers', async () => {
    const pool = await listen({ accept }, {});
    const next = { starts: new Int32Array(new SharedArrayBuffer(4)) };
    await pool.reload({ data: next });
    expect(Atomics.load(next.starts, 0)).toBe(2);
  });

  it('is given up by a close, however long a new worker takes to start', async () => {
    const pool = await listen({ accept }, { hangFromStart: 3 });
    const reloading = pool.reload();
    await expect(pool.close(1000)).resolves.toBe(0);
    await expect(reloading).resolves.toBeUndefined(); // and not by the time that a start may take
  });

  it('can be followed at once by close', async () => {
    const pool = await listen({ accept });
    const reloading = pool.reload();
    await expect(pool.close(1000)).resolves.toBe(0);
    await reloading;
  });
});
