import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UnacknowledgedSegments } from './unacknowledged.ts';

function segment(frame: number, sequence: number, length: number) {
  return [{ frame, sequence, seconds: 0, nanoseconds: 0 }, (sequence + length) >>> 0] as const;
}

describe('UnacknowledgedSegments', () => {
  it('takes from the front, and finds the segment that ends exactly there', () => {
    const list = new UnacknowledgedSegments(10);
    for (const frame of [1, 2, 3]) list.add(...segment(frame, frame * 100, 100));
    expect(list.acknowledge(300)?.frame).toBe(2);
    expect([list.size, list.bytes]).toEqual([1, 100]);
  });

  it('shortens a segment that is acknowledged in part', () => {
    const list = new UnacknowledgedSegments(10);
    list.add(...segment(1, 0xffff_fff0, 32));
    expect(list.acknowledge(0)).toBeUndefined();
    expect(list.bytes).toBe(16);
  });

  it('gives the oldest of several that end alike', () => {
    const list = new UnacknowledgedSegments(10);
    list.add(...segment(1, 100, 50));
    list.add(...segment(2, 100, 50));
    expect(list.acknowledge(150)?.frame).toBe(1);
    expect(list.size).toBe(0);
  });

  it('finds a segment by its first number, in order or not', () => {
    const list = new UnacknowledgedSegments(10);
    for (const frame of [1, 2, 3]) list.add(...segment(frame, frame * 100, 100));
    expect([list.find(200)?.frame, list.find(250)?.frame, list.find(400)?.frame]).toEqual([
      2,
      undefined,
      undefined,
    ]);
    list.add(...segment(4, 200, 50));
    expect(list.find(200)?.frame).toBe(2);
  });

  it('keeps no more than its limit', () => {
    const list = new UnacknowledgedSegments(2);
    for (const frame of [1, 2, 3]) list.add(...segment(frame, frame * 10, 10));
    expect([list.size, list.bytes]).toEqual([2, 20]);
  });

  it('agrees with a plain list, in order or not', () => {
    const step = fc.oneof(
      fc.record({ sequence: fc.nat(500), length: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ acknowledge: fc.nat(600) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const list = new UnacknowledgedSegments(1000);
        let plain: { frame: number; sequence: number; next: number }[] = [];
        steps.forEach((action, frame) => {
          if ('sequence' in action) {
            const [facts, next] = segment(frame, action.sequence, action.length);
            list.add(facts, next);
            plain.push({ ...facts, next });
            return;
          }
          const exact = plain.find(({ next }) => next === action.acknowledge);
          plain = plain.filter(({ next }) => next > action.acknowledge);
          for (const left of plain) left.sequence = Math.max(left.sequence, action.acknowledge);
          expect(list.acknowledge(action.acknowledge)?.frame).toBe(exact?.frame);
        });
        const lowest = Math.min(...plain.map(({ sequence }) => sequence));
        const highest = Math.max(...plain.map(({ next }) => next));
        expect(list.size).toBe(plain.length);
        expect(list.bytes).toBe(plain.length === 0 ? 0 : highest - lowest);
      }),
    );
  });
});
