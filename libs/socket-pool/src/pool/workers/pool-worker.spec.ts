import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { completeLimits } from '../../shared/limits.ts';
import { Places } from '../../shared/places.ts';
import { PoolWorker } from './pool-worker.ts';
import { WORKER_START_TIMEOUT_MS } from './start-deadline.ts';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
afterEach(() => void jest.useRealTimers());

it('ends a worker that does not become ready', async () => {
  const module = new URL('../../../fixtures/silent-worker.ts', import.meta.url);
  const limits = completeLimits();
  const none = { tls: undefined, accepting: undefined, places: Places.allocate(), data: undefined };
  const nobody = () => undefined;
  const worker = new PoolWorker(
    { module, worker: 1, limits, ...none },
    {
      ...{ closed: nobody, handedOver: nobody, taken: nobody, asking: nobody },
      ...{ listenerLost: nobody, untold: nobody },
    },
  );
  jest.advanceTimersByTime(WORKER_START_TIMEOUT_MS - 1);
  expect(worker.state).toBe('starting');
  jest.advanceTimersByTime(1);
  await expect(worker.ready).rejects.toMatchObject({
    code: 'ERR_WORKER_START',
    details: { reason: `not ready after ${WORKER_START_TIMEOUT_MS} ms` },
  });
  await expect(worker.exited).resolves.toMatchObject({ becameReady: false });
});
