import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { readUpRecords } from '../line/up-records.ts';
import { MAX_COLLECTED_BYTES, UpLine } from './up-line.ts';

/** An owner that takes what is sent while it is told to. */
function owner() {
  const taken: string[][] = [];
  let room = Promise.withResolvers<void>();
  const state = {
    taken,
    takes: true,
    flushes: 0,
    makeRoom() {
      state.takes = true;
      room.resolve();
      room = Promise.withResolvers();
    },
    send(message: Uint8Array) {
      if (!state.takes) return false;
      taken.push(
        [...readUpRecords(message)].map((record) => ('line' in record ? record.line : '')),
      );
      return true;
    },
    flush: () => void (state.flushes += 1),
    room: () => room.promise,
    workedThrough: async () => undefined,
  };
  return state;
}

const line = (text: string) => ({ kind: 'line', client: 1, line: text }) as const;

describe('UpLine', () => {
  it('sends what comes in one turn in one buffer, and at once', async () => {
    const to = owner();
    const up = new UpLine(to);
    up.push(line('a'));
    await nextTurn();
    up.push(line('b'));
    up.push(line('c'));
    await nextTurn();
    expect(to.taken).toEqual([['a'], ['b', 'c']]);
    expect(to.flushes).toBe(2);
  });

  it('waits a moment for more while clients are lively, and no longer', async () => {
    const to = owner();
    const up = new UpLine(to);
    up.push(line('a'));
    up.push(line('b'));
    await nextTurn();
    up.push(line('c'));
    await nextTurn();
    expect(to.taken).toHaveLength(1);
    while (to.taken.length < 2) await nextTurn();
    up.push(line('d')); // one by one again
    await nextTurn();
    expect(to.taken).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('is full while the owner takes nothing, and sends everything when it does', async () => {
    const to = owner();
    const up = new UpLine(to);
    to.takes = false;
    up.push(line('pertama'));
    await nextTurn();
    expect(up.isFull).toBe(false); // there is some room left
    const long = 'x'.repeat(1000);
    let count = 0;
    for (; !up.isFull; count++) up.push(line(long));
    expect(count * 1000).toBeLessThan(MAX_COLLECTED_BYTES + 2000);
    const room = up.room();
    to.makeRoom();
    await room;
    expect(up.isFull).toBe(false);
    expect(to.taken).toEqual([['pertama', ...Array<string>(count).fill(long)]]);
  });
});
