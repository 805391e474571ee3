import { fileUint16, fileUint32 } from '../../bytes.ts';
import { CaptureError } from '../../capture-error.ts';
import type { BlockBody } from './block.ts';

const OPTION_HEAD_BYTES = 4;

/** The options of a block, by their code; of a code that is repeated the first counts. */
export class BlockOptions {
  readonly #values = new Map<number, Uint8Array>();
  readonly #little: boolean;

  /**
   * @throws CaptureError `ERR_CAPTURE_DAMAGED` when an option is longer than its block
   */
  constructor(bytes: Uint8Array, start: number, end: number, little: boolean) {
    this.#little = little;
    walkOptions({ bytes, start, end, little }, (code, at, length) => {
      if (!this.#values.has(code)) this.#values.set(code, bytes.slice(at, at + length));
    });
  }

  /** UTF-8 text; a NUL that some writers append is left out. */
  text(code: number): string | undefined {
    const value = this.#values.get(code);
    return value && new TextDecoder().decode(value).replace(/\0+$/, '');
  }

  byte(code: number): number | undefined {
    return this.#values.get(code)?.[0];
  }

  /** A 64-bit number, two's complement when `signed`. */
  uint64(code: number, signed = false): bigint | undefined {
    const value = this.#values.get(code);
    if (value?.length !== 8) return undefined;
    const low = BigInt(fileUint32(value, this.#little ? 0 : 4, this.#little));
    const high = BigInt(fileUint32(value, this.#little ? 4 : 0, this.#little));
    const number = (high << 32n) | low;
    return signed ? BigInt.asIntN(64, number) : number;
  }

  /** A capture filter as text: one byte that says "text" stands before it. */
  filter(code: number): string | undefined {
    const value = this.#values.get(code);
    return value?.[0] === 0 ? new TextDecoder().decode(value.subarray(1)) : undefined;
  }
}

/**
 * Steps through the options in a part of a block, and checks their lengths.
 * @throws CaptureError `ERR_CAPTURE_DAMAGED` when an option is longer than its block
 */
export function walkOptions(
  { bytes, start, end, little }: BlockBody,
  visit?: (code: number, at: number, length: number) => void,
): void {
  let at = start;
  while (at + OPTION_HEAD_BYTES <= end) {
    const code = fileUint16(bytes, at, little);
    const length = fileUint16(bytes, at + 2, little);
    if (code === 0) return;
    at += OPTION_HEAD_BYTES;
    if (at + length > end) {
      throw new CaptureError(
        'ERR_CAPTURE_DAMAGED',
        `an option claims ${length} bytes where its block has ${end - at} left`,
      );
    }
    visit?.(code, at, length);
    at += length + (-length & 3);
  }
}
