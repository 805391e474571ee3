import { expect, it } from '@jest/globals';
import type { TcpConversation, TcpSegment } from '@praktikum/capture';
import { MOST_TIMED_CONVERSATIONS, ServiceTimesCollector } from './service-times.ts';

it('keeps the times of so many conversations', () => {
  const collector = new ServiceTimesCollector();
  const conversations = Array.from(
    { length: MOST_TIMED_CONVERSATIONS + 2 },
    (_, stream) => ({ stream, client: 0 }) as TcpConversation,
  );
  for (const conversation of conversations) {
    collector.observe({
      conversation,
      ...{ direction: 0, frame: conversation.stream + 1, payloadLength: 1 },
    } as TcpSegment);
  }
  const times = conversations.flatMap((conversation) => collector.of(conversation) ?? []);
  expect(times).toHaveLength(MOST_TIMED_CONVERSATIONS);
  expect(times[1]).toMatchObject({ asked: { frame: 2 }, answered: undefined });
});
