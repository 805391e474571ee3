/** Bytes of one direction that follow the ones before without a gap. */
interface StreamData {
  readonly kind: 'data';
  /** Position in the direction's stream, from 0. */
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** Frame that carried them. */
  readonly frame: number;
}

/** Bytes of one direction that the capture does not hold. */
interface StreamGap {
  readonly kind: 'gap';
  readonly offset: number;
  readonly length: number;
  /** Frame that showed the gap. */
  readonly frame: number;
  /** `lost`: no frame carried them; `cut`: the snap length left them out. */
  readonly cause: 'lost' | 'cut';
}

/** A part of what one side sent, in order. */
export type StreamPiece = StreamData | StreamGap;
