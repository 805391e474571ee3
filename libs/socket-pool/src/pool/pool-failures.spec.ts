import { expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ScriptedClient } from '@praktikum/peers';
import { describeEachAccept, describeReuseport } from '@praktikum/testing';
import {
  connect,
  gate,
  listen,
  served,
  servedElsewhere,
  until,
  workerOf,
} from '../../fixtures/scripted-pool.ts';

describeEachAccept('failures (%s)', (accept) => {
  it.each(['throw', 'exit'])(
    'a worker that ends by %s takes only its own clients with it, and is replaced',
    async (command) => {
      const pool = await listen({ accept });
      const doomed = await served(pool);
      const neighbour = await servedElsewhere(pool, doomed);
      const exit = once(pool, 'workerExit');
      const restart = once(pool, 'workerRestart');
      await doomed.send(command);
      await doomed.receiveOutcome();
      const [worker, { connections }] = await exit;
      expect(connections).toBe(1);
      await neighbour.send('still here');
      await neighbour.receiveText('still here');
      expect(await restart).toEqual([worker]);
      const next = await servedElsewhere(pool, neighbour);
      expect(await workerOf(next)).toBe(worker);
      expect(pool.stats()).toMatchObject({ restarts: 1 });
    },
  );

  it('a chore that fails ends no worker, and is switched off', async () => {
    const brokenMeter = gate();
    const pool = await listen({ accept, limits: { heartbeatMs: 10 } }, { brokenMeter });
    const exits: unknown[] = [];
    pool.on('workerExit', (worker) => exits.push(worker));
    const client = await served(pool);
    await until(() => Atomics.load(brokenMeter, 0) === 2); // each of the two workers has tried
    for (let round = 0; round < 50; round++) {
      await client.send('x');
      await client.receive(2 + round);
      await sleep(1);
    }
    expect(Atomics.load(brokenMeter, 0)).toBe(2);
    expect(exits).toEqual([]);
  });

  it('a worker that ends under load is noticed by its own clients alone', async () => {
    const pool = await listen({ accept });
    const talkers = await Promise.all(Array.from({ length: 40 }, () => served(pool)));
    const numbers = await Promise.all(talkers.map(workerOf));
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
      if (numbers[at] === dead) expect(outcome).toBeDefined();
      else expect(outcome).toBeUndefined();
    });
    expect(connections).toBe(numbers.filter((number) => number === dead).length + 1);
  });

  it('ends and replaces a worker that is stuck in a loop, the others unaffected', async () => {
    const stuck = gate();
    const limits = { heartbeatMs: 20, stuckTimeoutMs: 3000 };
    const pool = await listen({ accept, limits }, { gate: stuck });
    const first = await served(pool);
    const neighbour = await servedElsewhere(pool, first);
    const exit = once(pool, 'workerExit');
    const restart = once(pool, 'workerRestart');
    await first.send('stuck');
    await Atomics.waitAsync(stuck, 1, 0).value;
    await neighbour.send('ada');
    await neighbour.receiveText('ada');
    expect((await exit)[1]).toMatchObject({ connections: 1, error: { code: 'ERR_WORKER_STUCK' } });
    expect(await first.receiveOutcome()).not.toBe('');
    await restart;
    await neighbour.send('masih ada');
    await neighbour.receiveText('masih ada');
  });

  it('a handler that throws loses its connection and no other', async () => {
    const pool = await listen({ accept, workers: 1 }, { failConnection: 4 });
    const others: ScriptedClient[] = [];
    for (let id = 1; id <= 3; id++) others.push(await served(pool));
    const closed = once(pool, 'closed');
    const unlucky = await connect(pool);
    await unlucky.receiveOutcome();
    expect((await closed)[1]).toMatchObject({ reason: 'error', code: 'ERR_UNEXPECTED' });
    for (const other of others) await other.send('y');
    for (const other of others) await other.receive(2);
  });

  it('says why the first workers did not start, and leaves nothing behind', async () => {
    const worker = new URL('../../fixtures/broken-worker.ts', import.meta.url);
    await expect(listen({ accept, worker })).rejects.toMatchObject({
      code: 'ERR_WORKER_START',
      details: { reason: 'broken on purpose' },
    });
  });

  it('gives up when no worker can be started any more', async () => {
    const pool = await listen({ accept, workers: 1 }, { failFromStart: 2 });
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
    await expect(listen({ accept, workers })).rejects.toMatchObject({
      code: 'ERR_OPTION_VALUE',
      details: { option: 'workers', value: workers, accepts: '1 … 64' },
    });
  });

  it('passes on why it cannot listen', async () => {
    const pool = await listen({ accept });
    await expect(listen({ accept, listeners: [{ endpoint: pool.address }] })).rejects.toMatchObject(
      {
        code: 'EADDRINUSE',
      },
    );
  });
});

describeReuseport('a worker that cannot have its port again (%s)', () => {
  it('is tried for until it has it', async () => {
    const pool = await listen({ accept: 'reuseport', workers: 1 });
    const doomed = await served(pool);
    const exit = once(pool, 'workerExit');
    await doomed.send('exit');
    await exit;
    // The port is nobody's now, and somebody else takes it before the worker is there again.
    const squatter = createServer().listen(pool.address.port, pool.address.host);
    await once(squatter, 'listening');
    const [, { error }] = await once(pool, 'workerExit');
    expect(error).toMatchObject({ code: 'EADDRINUSE' });
    const restart = once(pool, 'workerRestart');
    squatter.close();
    await restart;
    await served(pool);
  });
});
