import { type Frame, payloadOf, RecentBytes, RST, type TcpSegment, URG } from '@praktikum/capture';

/** What is learnt of a connection from its bytes: repetitions that repeat nothing, and urgent data. */
export class CarriedBytes {
  /** Frames that carry the last byte of urgent data. */
  readonly urgentFrames = new Set<number>();

  readonly #recent = [new RecentBytes(), new RecentBytes()] as const;
  /** Number of the urgent byte that each side announced last; undefined before one. */
  readonly #urgent: [number | undefined, number | undefined] = [undefined, undefined];

  /** Takes a segment; says whether it has other bytes than those that stood at its numbers before. */
  add(segment: TcpSegment, frame: Frame): boolean {
    const { direction, sequence, payloadLength, flags, urgentPointer } = segment;
    if (payloadLength === 0 || (flags & RST) !== 0 || segment.ignored) return false;
    // The pointer names the byte behind the last urgent one (RFC 6093, section 3.1).
    if ((flags & URG) !== 0 && urgentPointer > 0) {
      this.#urgent[direction] = (sequence + urgentPointer - 1) >>> 0;
    }
    const urgent = this.#urgent[direction];
    if (urgent !== undefined && (urgent - sequence) >>> 0 < payloadLength) {
      this.urgentFrames.add(segment.frame);
    }
    return this.#recent[direction].add(sequence, payloadOf(frame));
  }
}
