/**
 * Bytes of one direction that are remembered, a power of two.
 * @unit bytes
 * @against a connection that is kept whole to compare its segments
 * @provenBy ./recent-bytes.spec.ts: remembers the last bytes only
 */
export const REMEMBERED_BYTES = 65_536;

/** The last bytes of one direction by their numbers, to tell a repetition from other bytes at its place. */
export class RecentBytes {
  /** What stands at a number, by its lower half; made with the first byte. */
  #bytes: Uint8Array | undefined;
  /** The upper half of that number + 1; 0 where nothing stands. */
  #rounds = new Uint32Array(0);

  /** Takes payload; says whether it has another byte at a number that is remembered. */
  add(sequence: number, payload: Uint8Array): boolean {
    if (!this.#bytes) this.#rounds = new Uint32Array(REMEMBERED_BYTES);
    const bytes = (this.#bytes ??= new Uint8Array(REMEMBERED_BYTES));
    let differs = false;
    for (let index = 0; index < payload.length; index += 1) {
      const number = (sequence + index) >>> 0;
      const place = number & (REMEMBERED_BYTES - 1);
      const round = Math.floor(number / REMEMBERED_BYTES) + 1;
      if (this.#rounds[place] === round && bytes[place] !== payload[index]) differs = true;
      this.#rounds[place] = round;
      bytes[place] = payload[index]!;
    }
    return differs;
  }
}
