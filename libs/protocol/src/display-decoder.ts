import { isAscii, isUtf8 } from 'node:buffer';

/**
 * Bytes to text for people: UTF-8 (RFC 3629) decoded as it arrives. A character that is split over
 * chunks waits for its rest; a byte that belongs to no character is shown as `\xff`. One object
 * serves one direction of one connection.
 */
export class DisplayDecoder {
  /** The beginning of a character, one to three bytes that are right so far. */
  #pending: Uint8Array = new Uint8Array(0);

  push(chunk: Uint8Array): string {
    // Most of what people type; then no character is split, and none has to be looked for.
    if (this.#pending.length === 0 && isAscii(chunk)) return asBuffer(chunk).toString('latin1');
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const whole = bytes.length - unfinishedBytes(bytes);
    this.#pending = Uint8Array.from(bytes.subarray(whole));
    return decode(bytes.subarray(0, whole));
  }

  /** What is left when the stream ends: bytes of a character that never became whole. */
  end(): string {
    const rest = [...this.#pending].map(visibleByte).join('');
    this.#pending = new Uint8Array(0);
    return rest;
  }
}

function decode(bytes: Uint8Array): string {
  const buffer = asBuffer(bytes);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  const parts: string[] = [];
  let textFrom = 0;
  for (let at = 0; at < buffer.length;) {
    const length = characterLength(buffer, at);
    if (length === 0) {
      parts.push(buffer.toString('utf8', textFrom, at), visibleByte(buffer[at]!));
      textFrom = at + 1;
    }
    at += Math.max(length, 1);
  }
  parts.push(buffer.toString('utf8', textFrom));
  return parts.join('');
}

/** Bytes of the whole character at `start`; 0 when there is none. */
function characterLength(bytes: Uint8Array, start: number): number {
  const lead = bytes[start]!;
  const length = announcedLength(lead);
  if (length < 2) return length;
  if (start + length > bytes.length || !isSecond(bytes[start + 1]!, lead)) return 0;
  for (let at = start + 2; at < start + length; at++) {
    if (!isContinuation(bytes[at]!)) return 0;
  }
  return length;
}

/** How many bytes at the end are a character that has begun rightly and lacks its rest. */
function unfinishedBytes(bytes: Uint8Array): number {
  const earliest = Math.max(0, bytes.length - 3);
  for (let start = bytes.length - 1; start >= earliest; start--) {
    const length = announcedLength(bytes[start]!);
    if (length === 0) continue; // a continuation byte: its lead is further left
    const present = bytes.length - start;
    return present < length && isBeginning(bytes.subarray(start)) ? present : 0;
  }
  return 0;
}

/** Whether these bytes can still become a character. */
function isBeginning([lead = 0, second, third]: Uint8Array): boolean {
  if (second === undefined) return true;
  return isSecond(second, lead) && (third === undefined || isContinuation(third));
}

/**
 * The second byte decides for `e0`, `ed`, `f0` and `f4`, whose overlong, surrogate and too large
 * forms are not UTF-8 (RFC 3629 section 4).
 */
function isSecond(byte: number, lead: number): boolean {
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= least && byte <= most;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

function announcedLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

function visibleByte(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
