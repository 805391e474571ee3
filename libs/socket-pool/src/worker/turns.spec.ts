import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Turns } from './turns.ts';

function workFor(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('turns', () => {
  it('have time for so much work each', async () => {
    const turns = new Turns(20);
    expect(turns.isOver).toBe(false);
    workFor(20);
    expect(turns.isOver).toBe(true);
    await nextTurn();
    expect(turns.isOver).toBe(false);
  });

  it('leaves what is over its time to later turns, in order', async () => {
    const turns = new Turns(20);
    const done: number[] = [];
    for (const number of [1, 2, 3]) {
      turns.defer(() => {
        workFor(20);
        done.push(number);
      });
    }
    const seen: number[] = [];
    while (done.length < 3) {
      await nextTurn();
      if (done.length !== seen.at(-1)) seen.push(done.length);
      expect(turns.isOver).toBe(false); // what is read meanwhile has time of its own
    }
    expect(done).toEqual([1, 2, 3]);
    expect(seen.filter((count) => count > 0)).toEqual([1, 2, 3]);
  });
});
