import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { Places } from '../../shared/places.ts';
import { newTicketKeys } from '../../shared/tls-settings.ts';
import { completePoolSettings } from '../socket-pool-options.ts';
import { PoolWorker } from './pool-worker.ts';
import { WORKER_START_TIMEOUT_MS } from './start-deadline.ts';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
afterEach(() => void jest.useRealTimers());

it('ends a worker that does not become ready', async () => {
  const module = new URL('../../../fixtures/silent-worker.ts', import.meta.url);
  const listeners = [{ endpoint: { host: '127.0.0.1', port: 0 } }];
  const settings = completePoolSettings({ worker: module, listeners }, newTicketKeys());
  const nobody = () => undefined;
  const worker = new PoolWorker(
    { module, number: 1, settings, places: Places.allocate(), data: undefined },
    {
      ...{ closed: nobody, handedOver: nobody, taken: nobody, asking: nobody },
      ...{ listenerLost: nobody, paused: nobody, untold: nobody },
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
