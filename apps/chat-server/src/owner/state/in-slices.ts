import type { Client } from './client.ts';

/** How long one client may hold the owner, and with it everybody, before others have their turn. */
export const SLICE_MS = 5;

/** Those who wait for their next slice, of this thread. */
const waiting: (() => void)[] = [];

/**
 * Gives what there is one after the other, and lets others have their turn now and then: to compare ten thousand
 * names with masks takes a second. Of all who do such things one goes on in each turn of the event loop.
 * @param asker is charged for the time; when it has gone, this ends
 */
export async function* inSlices<T>(
  all: Iterable<T>,
  asker: Pick<Client, 'ownerTime' | 'state'>,
): AsyncGenerator<T> {
  let began = performance.now();
  const charge = () => {
    const now = performance.now();
    asker.ownerTime.take(now - began, now);
  };
  try {
    for (const one of all) {
      if (performance.now() - began > SLICE_MS) {
        charge();
        await nextSlice();
        began = performance.now();
        if (asker.state === 'gone') return;
      }
      yield one;
    }
  } finally {
    charge();
  }
}

/** Resolves in a turn of the event loop in which nobody else goes on. */
export function nextSlice(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(letOneGoOn);
  });
}

function letOneGoOn(): void {
  waiting.shift()!();
  if (waiting.length > 0) setImmediate(letOneGoOn);
}
