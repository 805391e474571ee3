import { expect, it } from '@jest/globals';
import { OwnerTime } from '../rules/owner-time.ts';
import type { Client } from './client.ts';
import { inSlices } from './in-slices.ts';

/** Each takes as long as a slice is, or longer. */
function* dear(count: number): Generator<number> {
  for (let number = 1; number <= count; number++) {
    const endsAt = performance.now() + 6;
    while (performance.now() < endsAt);
    yield number;
  }
}

function asker(): Pick<Client, 'ownerTime'> & { state: Client['state'] } {
  return { ownerTime: new OwnerTime(), state: 'registered' };
}

it('gives everything, charges its asker, and lets two go on in turn', async () => {
  const order: string[] = [];
  const read = async (name: string) => {
    const client = asker();
    for await (const number of inSlices(dear(3), client)) order.push(`${name}${number}`);
    expect(client.ownerTime.isRested(performance.now())).toBe(false);
  };
  await Promise.all([read('a'), read('b')]);
  expect(order).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
});

it('does not go on for an asker that has gone', async () => {
  const client = asker();
  const given: number[] = [];
  for await (const number of inSlices(dear(100), client)) {
    given.push(number);
    if (number === 2) client.state = 'gone';
  }
  expect(given).toEqual([1, 2]);
});
