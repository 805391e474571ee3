import type { Frame } from '../../frame/frame.ts';
import { payloadOf } from '../../frame/payload-of.ts';
import type { CaptureLimits } from '../../limits.ts';
import { advance } from '../flow/sequence.ts';
import type { TcpSegment } from '../flow/tcp-segment.ts';
import { ACK, FIN, RST, SYN } from '../header/tcp-flags.ts';
import { ByteStream } from './byte-stream.ts';
import type { StreamPiece } from './stream-piece.ts';

/** A piece of what was said, and who said it. */
export type SpokenPiece = StreamPiece & { readonly direction: 0 | 1 };

/**
 * What the two ends of one connection said, in the order in which it could be read. It is given every
 * segment of that connection with its frame.
 */
export class ConversationBytes {
  readonly #streams: readonly [ByteStream, ByteStream];

  constructor(limits: Partial<CaptureLimits> = {}) {
    this.#streams = [new ByteStream(limits), new ByteStream(limits)];
  }

  /** Takes a segment; gives what became readable with it. */
  add(segment: TcpSegment, frame: Frame): SpokenPiece[] {
    const { direction, flags } = segment;
    if (segment.ignored) return [];
    const other = direction === 0 ? 1 : 0;
    const pieces = spoken(this.#addPayload(segment, frame), direction);
    if ((flags & (ACK | RST)) !== ACK) return pieces;
    const revealed = this.#streams[other].acknowledge(segment.acknowledgement, segment.frame);
    return [...pieces, ...spoken(revealed, other)];
  }

  /** Gives what is left after the last segment. */
  end(): SpokenPiece[] {
    return [...spoken(this.#streams[0].end(), 0), ...spoken(this.#streams[1].end(), 1)];
  }

  #addPayload(segment: TcpSegment, frame: Frame): StreamPiece[] {
    const { direction, flags, payloadLength } = segment;
    const stream = this.#streams[direction];
    const isSyn = (flags & SYN) !== 0;
    const sequence = isSyn ? advance(segment.sequence, 1) : segment.sequence;
    if (isSyn) stream.begin(sequence);
    if ((flags & FIN) !== 0) stream.finish(advance(sequence, payloadLength));
    // The text some hosts put into a reset is not part of the stream (RFC 9293, section 3.5.3).
    if (payloadLength === 0 || (flags & RST) !== 0) return [];
    const bytes = payloadOf(frame);
    return stream.add({ frame: segment.frame, sequence, bytes, length: payloadLength });
  }
}

function spoken(pieces: readonly StreamPiece[], direction: 0 | 1): SpokenPiece[] {
  return pieces.map((piece) => ({ ...piece, direction }));
}
