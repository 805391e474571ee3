import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { MAX_START_WORK_MS, StartDeadline, WORKER_START_TIMEOUT_MS } from './start-deadline.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A thread that works for so many milliseconds in a second. */
function watch(workMs: number) {
  const reasons: string[] = [];
  let user = 0;
  const cpuUsage = async () => ({ user: (user += workMs * 1000), system: 0 });
  const deadline = new StartDeadline({ cpuUsage }, (reason) => reasons.push(reason));
  return { deadline, reasons };
}

it('waits for a worker that works', async () => {
  const { deadline, reasons } = watch(50);
  await jest.advanceTimersByTimeAsync(20 * WORKER_START_TIMEOUT_MS);
  deadline.stop();
  expect(reasons).toEqual([]);
});

it('ends one that works without end', async () => {
  const { reasons } = watch(1000);
  await jest.advanceTimersByTimeAsync(2 * MAX_START_WORK_MS);
  expect(reasons).toEqual([`not ready after ${MAX_START_WORK_MS} ms of work`]);
});

it('ends one that only answers', async () => {
  const { reasons } = watch(0.2);
  await jest.advanceTimersByTimeAsync(20 * WORKER_START_TIMEOUT_MS);
  expect(reasons).toEqual([`not ready after ${WORKER_START_TIMEOUT_MS} ms`]);
});

it('tells nothing once it is stopped', async () => {
  const { deadline, reasons } = watch(0);
  await jest.advanceTimersByTimeAsync(WORKER_START_TIMEOUT_MS - 1000);
  deadline.stop();
  await jest.advanceTimersByTimeAsync(WORKER_START_TIMEOUT_MS);
  expect(reasons).toEqual([]);
});
