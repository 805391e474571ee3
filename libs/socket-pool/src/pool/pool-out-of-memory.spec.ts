import { afterEach, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { ScriptedClient, startCommand, type RunningProgram } from '@praktikum/peers';

const PROGRAM = join(import.meta.dirname, '..', '..', 'fixtures', 'small-heap-pool.ts');

let program: RunningProgram;
afterEach(() => program.stop('SIGKILL'));

it('replaces a worker whose heap is full, and its neighbour notices nothing', async () => {
  program = startCommand(process.execPath, ['--max-old-space-size=60', PROGRAM]);
  const { port } = await program.event('listening');
  const connect = async () => {
    const client = await ScriptedClient.connect({ host: '127.0.0.1', port: Number(port) });
    await client.send('who');
    return { client, worker: Number((await client.receive(1)).toString()) };
  };
  const [doomed, neighbour] = [await connect(), await connect()];
  expect(neighbour.worker).not.toBe(doomed.worker);
  await doomed.client.send('grow');
  const { worker, code } = await program.event('exit');
  expect([worker, code]).toEqual([doomed.worker, 'ERR_WORKER_OUT_OF_MEMORY']);
  await doomed.client.receiveOutcome();
  await neighbour.client.send('halo');
  await neighbour.client.receiveText('halo');
  await program.event('restart', { worker: doomed.worker });
  const next = await connect();
  expect(next.worker).toBe(doomed.worker);
  for (const { client } of [doomed, neighbour, next]) client.close();
});
