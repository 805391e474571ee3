import { describe, expect, it } from '@jest/globals';
import { FrameDecoder } from '../frame/frame-decoder.ts';
import type { CaptureLimits } from '../limits.ts';
import { CLIENT, ethernetBytes, ipv4Bytes, packetOf, SERVER, u16 } from '../testing/build-frame.ts';
import { UdpTracker } from './udp-tracker.ts';

interface Line {
  readonly from: 'c' | 's';
  readonly payload?: readonly number[];
  readonly clientPort?: number;
  readonly serverPort?: number;
}

function play(lines: readonly Line[], limits: Partial<CaptureLimits> = {}) {
  const decoder = new FrameDecoder();
  const tracker = new UdpTracker(limits);
  const datagrams = lines.map(
    ({ from, payload = [1], clientPort = 5000, serverPort = 7 }, index) => {
      const fromClient = from === 'c';
      const ports = fromClient ? [clientPort, serverPort] : [serverPort, clientPort];
      const udp = [...ports.flatMap(u16), ...u16(8 + payload.length), 0, 0, ...payload];
      const [source, destination] = fromClient ? [CLIENT, SERVER] : [SERVER, CLIENT];
      const bytes = ethernetBytes(0x0800, ipv4Bytes({ source, destination, protocol: 17 }, udp));
      return tracker.observe(
        decoder.decode(packetOf(bytes, { number: index + 1, nanoseconds: index * 1e6 })),
      );
    },
  );
  return { tracker, datagrams };
}

describe('UdpTracker', () => {
  it('pairs each answer with the oldest question that waits', () => {
    const { tracker, datagrams } = play([
      { from: 'c' },
      { from: 'c' },
      { from: 's' },
      { from: 's' },
    ]);
    expect(datagrams.map((datagram) => [datagram?.questionFrame, datagram?.roundTrip])).toEqual([
      [0, -1],
      [0, -1],
      [1, 2e6],
      [2, 2e6],
    ]);
    expect(tracker.conversations[0]).toMatchObject({ questions: 2, answers: 2, unanswered: 0 });
  });

  it('pairs answers of DNS by their identification, in any order', () => {
    const dns = (from: 'c' | 's', id: number): Line => ({
      from,
      payload: [0, id, 1, 0],
      serverPort: 53,
    });
    const { datagrams } = play([dns('c', 1), dns('c', 2), dns('s', 2), dns('s', 9), dns('s', 1)]);
    expect(datagrams.map((datagram) => datagram?.questionFrame)).toEqual([0, 0, 2, 0, 1]);
  });

  it('counts what was never answered, and answers nobody asked for', () => {
    const { tracker } = play([{ from: 'c' }, { from: 's' }, { from: 's' }, { from: 'c' }]);
    expect(tracker.conversations[0]).toMatchObject({
      questions: 2,
      answers: 2,
      paired: 1,
      unanswered: 1,
    });
  });

  it('forgets the oldest question when too many wait', () => {
    const { datagrams } = play([{ from: 'c' }, { from: 'c' }, { from: 's' }], {
      maxUdpQuestions: 1,
    });
    expect(datagrams[2]?.questionFrame).toBe(2);
  });

  it('numbers conversations by their endpoints, and follows no more than the limit', () => {
    const lines: Line[] = [{ from: 'c' }, { from: 'c', clientPort: 6000 }, { from: 's' }];
    const { tracker, datagrams } = play(lines, { maxUdpConversations: 1 });
    expect(datagrams.map((datagram) => datagram?.conversation.stream)).toEqual([0, undefined, 0]);
    expect(tracker.notFollowed).toBe(1);
    expect(tracker.conversations[0]?.client).toEqual({ address: '10.0.0.1', port: 5000 });
  });
});
