import { expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SocketPool } from '@praktikum/socket-pool';
import { Renewal } from './renewal.ts';

it('lets nothing be heard of a reload that the end of the server cuts off', async () => {
  const heard: string[] = [];
  const pool = { reload: async () => renewal.stop() } as unknown as SocketPool;
  const renewal = new Renewal(pool, async () => ({}));
  renewal.run().then(
    () => heard.push('reloaded'),
    () => heard.push('failed'),
  );
  await nextTurn();
  expect(heard).toEqual([]);
});
