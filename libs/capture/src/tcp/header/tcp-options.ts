import { uint16, uint32 } from '../../bytes.ts';

/**
 * Most SACK blocks that fit into a header (RFC 2018, section 3).
 * @unit blocks
 * @against an option that claims more blocks than a header can hold
 * @provenBy ./tcp-options.spec.ts: survives any bytes
 */
const MOST_SACK_BLOCKS = 4;
const FAST_OPEN_MAGIC = 0xf989;
/** NOP NOP and a timestamp of ten bytes: the options of almost every segment. */
const TIMESTAMP_ALONE = 0x0101080a;

/**
 * The options of a TCP header (RFC 9293, section 3.2). One record is filled again and again. A value
 * that the header does not carry is -1, a flag false, a count 0.
 */
export class TcpOptions {
  maximumSegmentSize = -1;
  /** Shift of the window, as written (RFC 7323, section 2.2); more than 14 counts as 14. */
  windowScale = -1;
  sackPermitted = false;
  /** Pairs of left and right edge (RFC 2018); only the first {@link sackBlocks} are of this segment. */
  readonly sackEdges = new Uint32Array(MOST_SACK_BLOCKS * 2);
  sackBlocks = 0;
  timestamp = -1;
  timestampEcho = -1;
  /** Bytes of the Fast Open cookie (RFC 7413), 0 for a request. */
  fastOpenCookie = -1;
  /** Bit set of Multipath TCP subtypes (RFC 8684). */
  multipath = 0;

  /** Bytes that the SACK blocks cover, added up. */
  get sackedBytes(): number {
    let bytes = 0;
    for (let edge = 0; edge < this.sackBlocks * 2; edge += 2) {
      bytes += (this.sackEdges[edge + 1]! - this.sackEdges[edge]!) >>> 0;
    }
    return bytes;
  }

  /** Reads the options between two offsets. What is cut or damaged ends the list quietly. */
  read(bytes: Uint8Array, start: number, end: number): void {
    this.#forget();
    if (end - start === 12 && uint32(bytes, start) === TIMESTAMP_ALONE) {
      this.timestamp = uint32(bytes, start + 4);
      this.timestampEcho = uint32(bytes, start + 8);
      return;
    }
    for (let at = start; at < end;) {
      const kind = bytes[at]!;
      if (kind === 0) return;
      if (kind === 1) {
        at += 1;
        continue;
      }
      const length = at + 1 < end ? bytes[at + 1]! : 0;
      if (length < 2 || at + length > end) return;
      this.#readOption(kind, length, bytes, at);
      at += length;
    }
  }

  #forget(): void {
    this.maximumSegmentSize = -1;
    this.windowScale = -1;
    this.sackPermitted = false;
    this.sackBlocks = 0;
    this.timestamp = -1;
    this.timestampEcho = -1;
    this.fastOpenCookie = -1;
    this.multipath = 0;
  }

  #readOption(kind: number, length: number, bytes: Uint8Array, at: number): void {
    if (kind === 2 && length === 4) this.maximumSegmentSize = uint16(bytes, at + 2);
    else if (kind === 3 && length === 3) this.windowScale = Math.min(bytes[at + 2]!, 14);
    else if (kind === 4 && length === 2) this.sackPermitted = true;
    else if (kind === 5) this.#readSack(length, bytes, at);
    else if (kind === 8 && length === 10) {
      this.timestamp = uint32(bytes, at + 2);
      this.timestampEcho = uint32(bytes, at + 6);
    } else if (kind === 30 && length >= 3) this.multipath |= 1 << (bytes[at + 2]! >> 4);
    else if (kind === 34) this.fastOpenCookie = length - 2;
    else if (kind === 254 && length >= 4 && uint16(bytes, at + 2) === FAST_OPEN_MAGIC) {
      this.fastOpenCookie = length - 4;
    }
  }

  #readSack(length: number, bytes: Uint8Array, at: number): void {
    const blocks = Math.min((length - 2) >> 3, MOST_SACK_BLOCKS);
    for (let edge = 0; edge < blocks * 2; edge += 1) {
      this.sackEdges[edge] = uint32(bytes, at + 2 + edge * 4);
    }
    this.sackBlocks = blocks;
  }
}
