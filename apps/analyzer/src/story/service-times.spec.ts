import { expect, it } from '@jest/globals';
import type { TcpSegment } from '@praktikum/capture';
import { MOST_TIMED_CONVERSATIONS, ServiceTimesCollector } from './service-times.ts';

it('keeps the times of so many conversations', () => {
  const collector = new ServiceTimesCollector();
  for (let stream = 0; stream < MOST_TIMED_CONVERSATIONS + 2; stream += 1) {
    collector.observe({
      conversation: { stream, client: 0 },
      ...{ direction: 0, frame: stream + 1, payloadLength: 1, since: () => 0 },
    } as unknown as TcpSegment);
  }
  expect(collector.times.size).toBe(MOST_TIMED_CONVERSATIONS);
  expect(collector.times.get(1)).toMatchObject({ asked: { frame: 2 }, answered: undefined });
});
