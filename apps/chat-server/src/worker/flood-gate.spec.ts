import { describe, expect, it } from '@jest/globals';
import { FloodGate } from './flood-gate.ts';

/** When each of so many lines gets through, of a client that waits as long as it is told. */
function passed(gate: FloodGate, lines: number): number[] {
  const times: number[] = [];
  let now = 0;
  while (times.length < lines) {
    const wait = gate.pass(now);
    if (wait === 0) times.push(now);
    now += wait;
  }
  return times;
}

describe('FloodGate', () => {
  it('lets no more lines through in any stretch than the limit says', () => {
    const times = passed(new FloodGate({ lines: 10, seconds: 5 }), 35);
    expect(times).toEqual(
      [0, 5000, 10_000, 15_000].flatMap((at) => Array<number>(10).fill(at)).slice(0, 35),
    );
    for (const [at, time] of times.entries()) {
      const later = times[at + 10] ?? Infinity;
      expect(later - time).toBeGreaterThanOrEqual(5000);
    }
  });

  it('lets a client through that keeps its pace', () => {
    const gate = new FloodGate({ lines: 2, seconds: 1 });
    for (let now = 0; now < 60_000; now += 500) expect(gate.pass(now)).toBe(0);
  });

  it('forgets what has passed when it begins anew', () => {
    const gate = new FloodGate({ lines: 2, seconds: 1 });
    expect([gate.pass(0), gate.pass(0), gate.pass(0)]).toEqual([0, 0, 1000]);
    gate.restart();
    expect([gate.pass(0), gate.pass(0), gate.pass(0)]).toEqual([0, 0, 1000]);
  });

  it('lets everything through without a limit', () => {
    const gate = new FloodGate(null);
    for (let line = 0; line < 1000; line++) expect(gate.pass(0)).toBe(0);
  });
});
