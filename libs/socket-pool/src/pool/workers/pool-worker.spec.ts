import { expect, it, jest } from '@jest/globals';
import { Places } from '../../shared/places.ts';
import { newTicketKeys } from '../../shared/tls-settings.ts';
import { completePoolSettings } from '../socket-pool-options.ts';
import { PoolWorker, type PoolWorkerEvents } from './pool-worker.ts';
import { WORKER_START_TIMEOUT_MS } from './start-deadline.ts';

const nobody = () => undefined;
const UNHEARD: PoolWorkerEvents = {
  ...{ closed: nobody, handedOver: nobody, taken: nobody, asking: nobody },
  ...{ listenerLost: nobody, paused: nobody, untold: nobody },
};

function start(fixture: string): PoolWorker {
  const module = new URL(`../../../fixtures/${fixture}.ts`, import.meta.url);
  const listeners = [{ endpoint: { host: '127.0.0.1', port: 0 } }];
  const settings = completePoolSettings({ worker: module, listeners }, newTicketKeys());
  const options = { module, number: 1, settings, places: Places.allocate(), data: undefined };
  return new PoolWorker(options, UNHEARD);
}

it('ends a worker that does not become ready', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
  try {
    const worker = start('silent-worker');
    jest.advanceTimersByTime(WORKER_START_TIMEOUT_MS - 1);
    expect(worker.state).toBe('starting');
    jest.advanceTimersByTime(1);
    await expect(worker.ready).rejects.toMatchObject({
      code: 'ERR_WORKER_START',
      details: { code: 'ERR_WORKER_LATE', reason: `not ready after ${WORKER_START_TIMEOUT_MS} ms` },
    });
    await expect(worker.exited).resolves.toMatchObject({ becameReady: false });
  } finally {
    jest.useRealTimers();
  }
});

it('lets a worker that is replaced finish a client of which it has not told yet', async () => {
  const worker = start('late-teller');
  await worker.ready;
  worker.stopWhenIdle(60_000);
  worker.drain();
  await expect(worker.exited).resolves.toMatchObject({ exitCode: 0, connections: 0 });
});
