import { describe, expect, it } from '@jest/globals';
import { concurrencyOf } from './concurrency.ts';
import type { ServiceTimes } from './service-times.ts';

/** A client by the moments of its SYN, its question, its answer, its FIN, and its last segment. */
function client(stream: number, ...moments: number[]): ServiceTimes {
  const [first, asked, answered, gone, last] = moments.map((at) => ({ frame: at, at }));
  return { conversation: { stream }, first, asked, answered, gone, last } as ServiceTimes;
}

describe('concurrencyOf', () => {
  it('sees a queue: each is answered when the one before has gone', () => {
    const { mostConnected, mostServed, waited, longest } = concurrencyOf([
      client(0, 1, 4, 5, 10, 12),
      client(1, 2, 6, 11, 15, 17),
      client(2, 3, 7, 16, 18, 19),
    ]);
    expect([mostConnected, mostServed]).toEqual([3, 1]);
    expect(waited).toMatchObject([
      { stream: 1, behind: 0, gone: { at: 10 } },
      { stream: 2, behind: 1, gone: { at: 15 } },
    ]);
    expect(longest).toEqual({ stream: 2, wait: 9 });
  });

  it('sees clients that are served at once, and takes nobody for waiting', () => {
    const found = concurrencyOf([client(0, 1, 3, 5, 9, 10), client(1, 2, 4, 6, 11, 12)]);
    expect(found).toMatchObject({ mostServed: 2, waited: [] });
    expect(found.interleaved?.map(({ conversation }) => conversation.stream)).toEqual([0, 1]);
  });

  it('sees nothing where one comes after the other', () => {
    const found = concurrencyOf([client(0, 1, 2, 3, 3, 4), client(1, 5, 6, 7, 7, 8)]);
    expect(found).toMatchObject({ mostConnected: 1, waited: [], interleaved: undefined });
  });

  it('takes a greeting for no answer', () => {
    expect(concurrencyOf([client(0, 1, 5, 2, 9, 10)])).toMatchObject({ longest: undefined });
  });
});
