import { CodedError } from './coded-error.ts';

/**
 * Longest frame that is accepted, in bytes, its four length bytes not counted.
 * @unit bytes
 * @against a length field that announces more than a peer may have kept
 * @provenBy ./length-prefix.spec.ts: refuses an announced length beyond the limit before its bytes
 *   arrive
 */
const DEFAULT_MAX_FRAME_BYTES = 1024 * 1024;

/**
 * Most bytes that may wait in the decoder for frames to be taken out.
 * @unit bytes
 * @against frames that are taken out more slowly than they come
 * @provenBy ./length-prefix.spec.ts: refuses bytes beyond what may wait
 */
const DEFAULT_MAX_BUFFERED_BYTES = 4 * 1024 * 1024;

const HEADER_BYTES = 4;

/**
 * A frame on the wire: its length as an unsigned 32-bit number in network byte order, then its bytes.
 * @throws CodedError `ERR_FRAME_TOO_LONG` for what no decoder with these limits would take
 */
export function encodeFrame(
  payload: Uint8Array,
  { maxFrameBytes = DEFAULT_MAX_FRAME_BYTES }: LengthPrefixLimits = {},
): Uint8Array {
  if (payload.length > maxFrameBytes) throw tooLong(payload.length, maxFrameBytes);
  const frame = Buffer.allocUnsafe(HEADER_BYTES + payload.length);
  frame.writeUInt32BE(payload.length, 0);
  frame.set(payload, HEADER_BYTES);
  return frame;
}

export interface LengthPrefixLimits {
  /** Longest frame a peer may announce. Default 1 MiB. */
  readonly maxFrameBytes?: number;
  /** Most bytes kept between two calls of `next`. Default 4 MiB. */
  readonly maxBufferedBytes?: number;
}

/**
 * Takes frames out of a byte stream. Nothing is allocated on the word of a length field: a frame
 * is put together from bytes that have arrived.
 */
export class LengthPrefixDecoder {
  readonly #maxFrameBytes: number;
  readonly #maxBufferedBytes: number;
  #chunks: Uint8Array[] = [];
  #buffered = 0;

  constructor(limits: LengthPrefixLimits = {}) {
    this.#maxFrameBytes = limits.maxFrameBytes ?? DEFAULT_MAX_FRAME_BYTES;
    this.#maxBufferedBytes = limits.maxBufferedBytes ?? DEFAULT_MAX_BUFFERED_BYTES;
  }

  /** Bytes that have arrived and belong to no frame taken out yet. */
  get buffered(): number {
    return this.#buffered;
  }

  /** @throws CodedError `ERR_BUFFER_FULL` when frames are not taken out as fast as they come */
  push(chunk: Uint8Array): void {
    if (this.#buffered + chunk.length > this.#maxBufferedBytes) {
      throw new CodedError('ERR_BUFFER_FULL', `over ${this.#maxBufferedBytes} bytes are waiting`, {
        details: { limit: this.#maxBufferedBytes },
      });
    }
    if (chunk.length === 0) return;
    this.#chunks.push(Uint8Array.from(chunk));
    this.#buffered += chunk.length;
  }

  /**
   * The next whole frame, or undefined when more bytes are needed.
   * @throws CodedError `ERR_FRAME_TOO_LONG` for an announced length beyond the limit
   */
  next(): Uint8Array | undefined {
    if (this.#buffered < HEADER_BYTES) return undefined;
    const length = Buffer.from(this.#peek(HEADER_BYTES)).readUInt32BE(0);
    if (length > this.#maxFrameBytes) throw tooLong(length, this.#maxFrameBytes);
    if (this.#buffered < HEADER_BYTES + length) return undefined;
    const frame = this.#peek(HEADER_BYTES + length).subarray(HEADER_BYTES);
    this.#drop(HEADER_BYTES + length);
    return frame;
  }

  /** Whether the stream may end here: `partial` when a frame has begun and its end never came. */
  end(): 'clean' | 'partial' {
    return this.#buffered === 0 ? 'clean' : 'partial';
  }

  /** The first `count` bytes, copied only when they lie in several chunks. */
  #peek(count: number): Uint8Array {
    const [first] = this.#chunks;
    if (first !== undefined && first.length >= count) return first.subarray(0, count);
    const pieces: Uint8Array[] = [];
    let missing = count;
    for (const chunk of this.#chunks) {
      if (missing === 0) break;
      const piece = chunk.subarray(0, missing);
      pieces.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  #drop(count: number): void {
    this.#buffered -= count;
    let whole = 0;
    for (const chunk of this.#chunks) {
      if (chunk.length > count) break;
      count -= chunk.length;
      whole += 1;
    }
    this.#chunks.splice(0, whole);
    const [first] = this.#chunks;
    if (first !== undefined && count > 0) this.#chunks[0] = first.subarray(count);
  }
}

function tooLong(length: number, limit: number): CodedError {
  return new CodedError('ERR_FRAME_TOO_LONG', `a frame of ${length} bytes exceeds ${limit}`, {
    details: { length, limit },
  });
}
