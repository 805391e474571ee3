import { expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Renewal } from './renewal.ts';

it('lets nothing be heard of a reload that the end of the server cuts off', async () => {
  const heard: string[] = [];
  const renewal: Renewal = new Renewal(async () => renewal.stop());
  renewal.run().then(
    () => heard.push('reloaded'),
    () => heard.push('failed'),
  );
  await nextTurn();
  expect(heard).toEqual([]);
});
