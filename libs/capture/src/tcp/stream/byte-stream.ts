import { captureLimits, type CaptureLimits } from '../../limits.ts';
import { advance, distance, isAfter, isAtOrAfter } from '../flow/sequence.ts';
import type { StreamPiece } from './stream-piece.ts';

/** Payload as it was captured. */
export interface CapturedPayload {
  readonly frame: number;
  /** Number of its first byte. */
  readonly sequence: number;
  readonly bytes: Uint8Array;
  /** Bytes by the length fields; more than were captured when the snap length cut the packet. */
  readonly length: number;
}

/**
 * Puts the payload of one direction in order: repeated bytes are left out. Missing ones become a gap
 * when later payload is there and the other side has acknowledged them, when the reordering buffer is
 * full, or when the capture ends. An acknowledgement alone does not prove them lost: captures show it
 * before the payload now and then.
 */
export class ByteStream {
  readonly #limit: number;
  /** Number expected next; undefined before the first segment. */
  #next: number | undefined;
  /** Last acknowledgement of the other side, and its frame. */
  #acknowledged: number | undefined;
  #acknowledgedBy = 0;
  #end: number | undefined;
  #offset = 0;
  /** Payload that came too early, by its number. */
  #waiting: CapturedPayload[] = [];
  #waitingBytes = 0;

  constructor(limits: Partial<CaptureLimits> = {}) {
    this.#limit = captureLimits(limits).maxReassemblyBytes;
  }

  /** Tells the number of the first byte, from a SYN. Otherwise the first payload begins the stream. */
  begin(sequence: number): void {
    this.#next ??= sequence;
  }

  /** Tells the number of the FIN: nothing lies behind it. */
  finish(sequence: number): void {
    this.#end = sequence;
  }

  /** Takes payload, and gives what is in order with it. */
  add(payload: CapturedPayload): StreamPiece[] {
    this.#next ??= payload.sequence;
    const pieces: StreamPiece[] = [];
    if (isAfter(payload.sequence, this.#next)) this.#keep(payload);
    else this.#deliver(payload, pieces);
    this.#drain(pieces);
    this.#skipAcknowledged(pieces);
    while (this.#waitingBytes > this.#limit) this.#skipTo(this.#firstWaiting(), pieces);
    return pieces;
  }

  /** Takes an acknowledgement of the other side: what it covers arrived there, captured or not. */
  acknowledge(acknowledgement: number, frame: number): StreamPiece[] {
    const pieces: StreamPiece[] = [];
    this.#acknowledged = acknowledgement;
    this.#acknowledgedBy = frame;
    this.#skipAcknowledged(pieces);
    return pieces;
  }

  /** Gives what is left after the last frame, with its gaps. */
  end(): StreamPiece[] {
    const pieces: StreamPiece[] = [];
    while (this.#waiting.length > 0) this.#skipTo(this.#firstWaiting(), pieces);
    if (this.#next === undefined || this.#acknowledged === undefined) return pieces;
    // The last byte acknowledged may be a FIN that was not captured.
    const sequence = this.#end ?? advance(this.#acknowledged, -1);
    const frame = this.#acknowledgedBy;
    if (isAfter(sequence, this.#next)) this.#skipTo({ sequence, frame }, pieces);
    return pieces;
  }

  #skipAcknowledged(pieces: StreamPiece[]): void {
    for (;;) {
      const first = this.#waiting[0];
      if (!first || this.#acknowledged === undefined) return;
      if (!isAtOrAfter(this.#acknowledged, first.sequence)) return;
      this.#skipTo(first, pieces);
    }
  }

  #firstWaiting(): CapturedPayload {
    return this.#waiting[0]!;
  }

  #keep(payload: CapturedPayload): void {
    const bytes = payload.bytes.slice();
    const place = this.#waiting.findLastIndex(({ sequence }) =>
      isAtOrAfter(payload.sequence, sequence),
    );
    this.#waiting.splice(place + 1, 0, { ...payload, bytes });
    this.#waitingBytes += bytes.length;
  }

  #drain(pieces: StreamPiece[]): void {
    for (;;) {
      const first = this.#waiting[0];
      if (!first || isAfter(first.sequence, this.#next!)) return;
      this.#waiting.shift();
      this.#waitingBytes -= first.bytes.length;
      this.#deliver(first, pieces);
    }
  }

  /** Notes as lost what lies before a place, and goes on from there. */
  #skipTo(place: { sequence: number; frame: number }, pieces: StreamPiece[]): void {
    const length = distance(this.#next!, place.sequence);
    this.#gap(length, place.frame, 'lost', pieces);
    this.#drain(pieces);
  }

  /** Delivers the part of the payload that is new. */
  #deliver({ frame, sequence, bytes, length }: CapturedPayload, pieces: StreamPiece[]): void {
    const repeated = distance(sequence, this.#next!);
    if (repeated >= length) return;
    const fresh = bytes.slice(repeated);
    if (fresh.length > 0) {
      pieces.push({ kind: 'data', offset: this.#offset, bytes: fresh, frame });
      this.#move(fresh.length);
    }
    this.#gap(length - repeated - fresh.length, frame, 'cut', pieces);
  }

  #gap(length: number, frame: number, cause: 'lost' | 'cut', pieces: StreamPiece[]): void {
    if (length <= 0) return;
    pieces.push({ kind: 'gap', offset: this.#offset, length, frame, cause });
    this.#move(length);
  }

  #move(count: number): void {
    this.#offset += count;
    this.#next = advance(this.#next!, count);
  }
}
