import { expect, it } from '@jest/globals';
import type { EventLoopUtilization } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import {
  IdleCollector,
  LEAST_COLLECTED_CONNECTIONS,
  LEFT_BY_CONNECTION_BYTES,
  MAX_COLLECTED_HEAP_BYTES,
  THIS_THREAD,
} from './idle-collector.ts';

const IDLE: EventLoopUtilization = { idle: 1, active: 0, utilization: 0 };

function collector(utilization: number, heapBytes = 1) {
  const counted = { collections: 0 };
  const idle = new IdleCollector({
    heapBytes: () => heapBytes,
    utilization: () => ({ ...IDLE, utilization }),
    collect: () => (counted.collections += 1),
  });
  const connect = (connections: number) => {
    for (let count = 0; count < connections; count++) idle.count();
  };
  return { idle, connect, counted };
}

it('collects once after a crowd, when the thread is idle', () => {
  const { idle, connect, counted } = collector(0.01);
  connect(LEAST_COLLECTED_CONNECTIONS);
  idle.look();
  idle.look();
  expect(counted.collections).toBe(1);
});

it('leaves a thread alone that has had few connections', () => {
  const { idle, connect, counted } = collector(0);
  connect(LEAST_COLLECTED_CONNECTIONS - 1);
  idle.look();
  expect(counted.collections).toBe(0);
});

it('leaves a busy thread alone', () => {
  const { idle, connect, counted } = collector(0.5);
  connect(10_000);
  idle.look();
  expect(counted.collections).toBe(0);
});

it('leaves a large heap alone', () => {
  const left = LEAST_COLLECTED_CONNECTIONS * LEFT_BY_CONNECTION_BYTES;
  const { idle, connect, counted } = collector(0, MAX_COLLECTED_HEAP_BYTES + left + 1);
  connect(LEAST_COLLECTED_CONNECTIONS);
  idle.look();
  expect(counted.collections).toBe(0);
});

it('collects a heap that is large only by what a crowd has left', () => {
  const left = 10_000 * LEFT_BY_CONNECTION_BYTES;
  const { idle, connect, counted } = collector(0, MAX_COLLECTED_HEAP_BYTES + left);
  connect(10_000);
  idle.look();
  expect(counted.collections).toBe(1);
});

it('really frees what nobody needs any more', () => {
  const idle = new IdleCollector({ ...THIS_THREAD, heapBytes: () => 1, utilization: () => IDLE });
  const connections = Array.from({ length: 1_000_000 }, (_, at) => ({ at }));
  const full = getHeapStatistics().used_heap_size;
  connections.length = 0;
  for (let count = 0; count < LEAST_COLLECTED_CONNECTIONS; count++) idle.count();
  idle.look();
  expect(full - getHeapStatistics().used_heap_size).toBeGreaterThan(10_000_000);
});
