const NOTHING = new Uint8Array(0);
const FIRST_CARRY_BYTES = 4096;

/**
 * A moving view of a byte stream that arrives in chunks. As long as what is asked for lies in one
 * chunk, the view is that chunk itself; only a piece that straddles two chunks is copied. Memory
 * follows the bytes that have arrived, never a length that a file merely claims.
 */
export class ByteWindow {
  /** The buffer to read from; what has been asked for begins at {@link position}. */
  bytes: Uint8Array = NOTHING;
  position = 0;
  /** Bytes of the stream before {@link position}. */
  offset = 0;

  #end = 0;
  #carry: Uint8Array = NOTHING;
  /** What arrived after the bytes in the carry buffer. */
  #pending: Uint8Array = NOTHING;
  #pendingPosition = 0;

  /** Appends a chunk. It must not be changed until all of it has been consumed. */
  push(chunk: Uint8Array): void {
    if (this.#available > 0) {
      if (this.bytes !== this.#carry) this.#moveToCarry();
      if (this.#pendingPosition < this.#pending.length) this.#append(Infinity);
      this.#pending = chunk;
      this.#pendingPosition = 0;
      return;
    }
    this.#view(chunk, 0);
  }

  /** Whether `count` bytes can be read at {@link position}; if so they are contiguous. */
  request(count: number): boolean {
    if (count <= this.#end - this.position) return true;
    if (this.bytes !== this.#carry) this.#moveToCarry();
    if (this.#pendingPosition < this.#pending.length) {
      this.#append(count - this.#available);
    }
    return count <= this.#available;
  }

  /** Moves on by `count` bytes that a request has granted. */
  consume(count: number): void {
    this.position += count;
    this.offset += count;
    if (this.position === this.#end && this.bytes === this.#carry) {
      const next = this.#pending;
      const start = this.#pendingPosition;
      this.#pending = NOTHING;
      this.#pendingPosition = 0;
      this.#view(next, start);
    }
  }

  /** Drops up to `count` bytes without making them contiguous, and says how many it dropped. */
  discard(count: number): number {
    let dropped = 0;
    while (dropped < count && this.#available > 0) {
      const step = Math.min(count - dropped, this.#available);
      this.consume(step);
      dropped += step;
    }
    return dropped;
  }

  /** Bytes that arrived and were not consumed. */
  get remaining(): number {
    return this.#available + this.#pending.length - this.#pendingPosition;
  }

  get #available(): number {
    return this.#end - this.position;
  }

  #view(bytes: Uint8Array, position: number): void {
    this.bytes = bytes;
    this.position = position;
    this.#end = bytes.length;
  }

  /** Saves the rest of a chunk whose continuation is in the next one. */
  #moveToCarry(): void {
    const rest = this.bytes.subarray(this.position, this.#end);
    if (this.#carry.length < rest.length || this.#carry.length === 0) {
      this.#carry = new Uint8Array(Math.max(FIRST_CARRY_BYTES, rest.length));
    }
    this.#carry.set(rest);
    this.bytes = this.#carry;
    this.position = 0;
    this.#end = rest.length;
  }

  /** Copies up to `wanted` pending bytes behind those in the carry buffer. */
  #append(wanted: number): void {
    const held = this.#available;
    const taken = Math.min(wanted, this.#pending.length - this.#pendingPosition);
    if (this.position > 0) this.#carry.copyWithin(0, this.position, this.#end);
    if (held + taken > this.#carry.length) {
      const larger = new Uint8Array(Math.max(held + taken, this.#carry.length * 2));
      larger.set(this.#carry.subarray(0, held));
      this.#carry = larger;
    }
    this.#carry.set(
      this.#pending.subarray(this.#pendingPosition, this.#pendingPosition + taken),
      held,
    );
    this.#pendingPosition += taken;
    this.bytes = this.#carry;
    this.position = 0;
    this.#end = held + taken;
  }
}
