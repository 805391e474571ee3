import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { BoundSocket } from 'node:net';
import { LISTEN_TIMEOUT_MS, ListeningControl } from './listening-control.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const BOUND = [{ listener: 'main', bound: {} as BoundSocket }];

it('tells what the worker answers', async () => {
  const control = new ListeningControl(() => undefined);
  const listens = control.listen(BOUND);
  control.answered(true);
  await expect(listens).resolves.toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});

it('takes a worker that does not answer for one that cannot listen', async () => {
  const control = new ListeningControl(() => undefined);
  const answered = jest.fn();
  const listens = control.listen(BOUND).then(answered);
  await jest.advanceTimersByTimeAsync(LISTEN_TIMEOUT_MS - 1);
  expect(answered).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  await listens;
  expect(answered).toHaveBeenCalledWith(false);
});

it('asks nothing of a worker that has gone', async () => {
  const send = jest.fn();
  const control = new ListeningControl(send);
  control.exited();
  await expect(control.listen(BOUND)).resolves.toBe(false);
  expect(send).not.toHaveBeenCalled();
});
