import { expect, it } from '@jest/globals';
import type { Frame } from '@praktikum/capture';
import { MOST_REASONS, UnreadPackets } from './unread-packets.ts';

const frame = (linkType: number) =>
  ({ linkType, ipVersion: 0, unknownSpace: 'link type' }) as unknown as Frame;

it('tells so many reasons apart', () => {
  const unread = new UnreadPackets();
  for (let linkType = 500; linkType < 502 + MOST_REASONS; linkType += 1) {
    unread.add(frame(linkType));
  }
  expect(unread.reasons).toHaveLength(MOST_REASONS);
  expect(unread.reasons[0]).toEqual({ linkType: '500', fault: undefined, packets: 1 });
  expect([unread.others, unread.count]).toEqual([2, MOST_REASONS + 2]);
});
