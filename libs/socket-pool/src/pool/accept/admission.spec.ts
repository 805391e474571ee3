import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Admission, type AdmissionLimits } from './admission.ts';

const LIMITS: AdmissionLimits = {
  maxConnections: 2,
  maxConnectionsPerAddress: 4,
  maxQueued: 2,
  queueTimeoutMs: 1000,
};

function setUp(limits: Partial<AdmissionLimits> = {}) {
  const log: string[] = [];
  const admission = new Admission<string>(
    { ...LIMITS, ...limits },
    {
      serve: (client) => log.push(`serve ${client}`),
      queued: (client, before) => log.push(`queue ${client} behind ${before}`),
      refuse: (client, reason) => log.push(`refuse ${client}: ${reason}`),
    },
  );
  return { admission, log };
}

describe('Admission', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('serves up to the limit, queues up to the next, refuses the rest', () => {
    const { admission, log } = setUp();
    for (const client of ['a', 'b', 'c', 'd', 'e']) admission.offer(client, client);
    expect(log).toEqual([
      'serve a',
      'serve b',
      'queue c behind 0',
      'queue d behind 1',
      'refuse e: queue-full',
    ]);
    expect([admission.active, admission.queued]).toEqual([2, 2]);
  });

  it('serves those who wait in their order', () => {
    const { admission, log } = setUp({ maxConnections: 1 });
    for (const client of ['a', 'b', 'c']) admission.offer(client, client);
    log.length = 0;
    admission.release('a');
    admission.release('b');
    admission.release('c');
    expect(log).toEqual(['serve b', 'serve c']);
    expect(admission.active).toBe(0);
  });

  it('counts the served and the waiting of an address together', () => {
    const { admission, log } = setUp({ maxConnections: 1, maxConnectionsPerAddress: 2 });
    for (const client of ['1', '2', '3']) admission.offer(client, '10.0.0.1');
    admission.offer('4', '10.0.0.2');
    expect(log.slice(2)).toEqual(['refuse 3: address-limit', 'queue 4 behind 1']);
    admission.release('10.0.0.1');
    admission.offer('5', '10.0.0.1');
    expect(log.at(-1)).toBe('queue 5 behind 1');
  });

  it('refuses who has waited too long and no one else', () => {
    const { admission, log } = setUp({ maxConnections: 1 });
    admission.offer('a', 'a');
    admission.offer('b', 'b');
    jest.advanceTimersByTime(500);
    admission.offer('c', 'c');
    log.length = 0;
    jest.advanceTimersByTime(500);
    expect(log).toEqual(['refuse b: queue-timeout']);
    admission.release('a');
    expect(log.at(-1)).toBe('serve c');
    jest.advanceTimersByTime(5000);
    expect(log.at(-1)).toBe('serve c');
  });

  it('lets everybody wait while held, and serves them when it goes on', () => {
    const { admission, log } = setUp();
    admission.hold();
    admission.offer('a', 'a');
    expect(log).toEqual(['queue a behind 0']);
    admission.resume();
    expect(log.at(-1)).toBe('serve a');
  });

  it('refuses everybody once closed, and stays closed', () => {
    const { admission, log } = setUp({ maxConnections: 1 });
    admission.offer('a', 'a');
    admission.offer('b', 'b');
    admission.close();
    admission.resume();
    admission.offer('c', 'c');
    expect(log.slice(2)).toEqual(['refuse b: closing', 'refuse c: closing']);
  });

  it('says how many are left when the time is over', async () => {
    const { admission } = setUp();
    admission.offer('a', 'a');
    const emptied = admission.emptied(100);
    jest.advanceTimersByTime(100);
    await expect(emptied).resolves.toBe(1);
    const inTime = admission.emptied(100);
    admission.release('a');
    await expect(inTime).resolves.toBe(0);
  });
});
