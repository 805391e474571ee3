import type { Compression } from './file/compression.ts';

/** What can be wrong with a capture; stable, so that programs and tests may rely on it. */
export type CaptureErrorCode =
  /** Nothing was in the file. */
  | 'ERR_CAPTURE_EMPTY'
  /** The first bytes belong to no capture format known here. */
  | 'ERR_CAPTURE_FORMAT'
  /** The file ends in the middle of a header, block or record. */
  | 'ERR_CAPTURE_TRUNCATED'
  /** A header, block or record contradicts itself. */
  | 'ERR_CAPTURE_DAMAGED'
  /** A length or a count is beyond one of {@link CaptureLimits}. */
  | 'ERR_CAPTURE_LIMIT'
  /** A value given to a function of this library is outside of what it accepts. */
  | 'ERR_CAPTURE_ARGUMENT';

/** The only error this library throws or returns. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly code: CaptureErrorCode;
  /** What the file has to be unpacked with first, where that is why it is no capture. */
  readonly compression: Compression | undefined;

  constructor(code: CaptureErrorCode, message: string, compression?: Compression) {
    super(message);
    this.code = code;
    this.compression = compression;
  }
}
