import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long one client may hold the owner, and with it everybody, before others have their turn. */
export const SLICE_MS = 5;

/** How many are looked at between two looks at the clock. */
const BETWEEN_LOOKS = 64;

/**
 * Gives what there is one after the other, and lets others have their turn now and then: to compare ten thousand
 * names with masks takes a second.
 */
export async function* inSlices<T>(all: Iterable<T>): AsyncGenerator<T> {
  let endsAt = performance.now() + SLICE_MS;
  let count = 0;
  for (const one of all) {
    count += 1;
    if (count % BETWEEN_LOOKS === 0 && performance.now() > endsAt) {
      await nextTurn();
      endsAt = performance.now() + SLICE_MS;
    }
    yield one;
  }
}
