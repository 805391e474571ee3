import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Heartbeat } from './heartbeat.ts';

describe('Heartbeat', () => {
  let asked: number;
  let stuck: number;
  let heartbeat: Heartbeat;

  beforeEach(() => {
    jest.useFakeTimers();
    asked = 0;
    stuck = 0;
    heartbeat = new Heartbeat(
      100,
      1000,
      () => (asked += 1),
      () => (stuck += 1),
    );
  });
  afterEach(() => {
    heartbeat.stop();
    jest.useRealTimers();
  });

  it('asks again only when it was answered', () => {
    jest.advanceTimersByTime(350);
    expect(asked).toBe(1);
    heartbeat.answered();
    jest.advanceTimersByTime(100);
    expect(asked).toBe(2);
  });

  it('says once that nobody answers, when the time is over', () => {
    jest.advanceTimersByTime(150);
    expect(heartbeat.responsive).toBe(true);
    jest.advanceTimersByTime(100);
    expect(heartbeat.responsive).toBe(false);
    jest.advanceTimersByTime(800);
    expect(stuck).toBe(0);
    jest.advanceTimersByTime(5000);
    expect(stuck).toBe(1);
  });

  it('takes an answer that waited while its own thread was late', () => {
    // The interval that finds the question open for too long; what has arrived is read after it.
    for (let intervals = 0; intervals < 11; intervals++) jest.advanceTimersToNextTimer();
    heartbeat.answered();
    jest.advanceTimersByTime(50);
    expect(stuck).toBe(0);
  });
});
