import { describe, expect, it } from '@jest/globals';
import { FrameDecoder } from '../../frame/frame-decoder.ts';
import {
  CLIENT,
  packetOf,
  SERVER,
  type SegmentFacts,
  segmentBytes,
} from '../../testing/build-frame.ts';
import { TcpTracker } from '../tcp-tracker.ts';
import { ConversationBytes } from './conversation-bytes.ts';

const fromServer = {
  source: SERVER,
  destination: CLIENT,
  sourcePort: 12_345,
  destinationPort: 40_000,
};

function hear(segments: readonly SegmentFacts[], capturedBytes = Infinity): string[] {
  const decoder = new FrameDecoder();
  const tracker = new TcpTracker();
  const bytes = new ConversationBytes();
  const heard = segments.flatMap((facts, index) => {
    const whole = segmentBytes(facts);
    const cut = whole.subarray(0, Math.min(whole.length, capturedBytes));
    const packet = packetOf(cut, { number: index + 1, originalLength: whole.length });
    const frame = decoder.decode(packet);
    return bytes.add(tracker.observe(frame)!, frame);
  });
  return [...heard, ...bytes.end()].map((piece) => {
    const what =
      piece.kind === 'data'
        ? Buffer.from(piece.bytes).toString()
        : `${piece.cause} ${piece.length}`;
    return `${piece.direction === 0 ? 'client' : 'server'}: ${what}`;
  });
}

const text = (words: string): number[] => [...Buffer.from(words)];

describe('ConversationBytes', () => {
  it('tells who said what, without the numbers of SYN and FIN', () => {
    expect(
      hear([
        { flags: 0x02, sequence: 100 },
        { ...fromServer, flags: 0x12, sequence: 500, acknowledgement: 101 },
        { flags: 0x18, sequence: 101, acknowledgement: 501, payload: text('halo') },
        { ...fromServer, flags: 0x19, sequence: 501, acknowledgement: 105, payload: text('ya') },
        { flags: 0x11, sequence: 105, acknowledgement: 504 },
        { ...fromServer, flags: 0x10, sequence: 504, acknowledgement: 106 },
      ]),
    ).toEqual(['client: halo', 'server: ya']);
  });

  it('takes the payload of a SYN, and leaves out that of a reset', () => {
    expect(
      hear([
        { flags: 0x02, sequence: 100, payload: text('ab') },
        { flags: 0x10, sequence: 103, payload: text('c') },
        { flags: 0x14, sequence: 104, payload: text('go away') },
      ]),
    ).toEqual(['client: ab', 'client: c']);
  });

  it('shows what the snap length cut', () => {
    const segment = { flags: 0x18, sequence: 1, payload: text('abcdef') };
    expect(hear([segment], 14 + 40 + 2)).toEqual(['client: ab', 'client: cut 4']);
    expect(hear([segment], 14 + 38)).toEqual(['client: cut 6']);
  });
});
