const INITIAL_BYTES = 4096;

/**
 * Writes records into one growing buffer, which then moves to another thread: numbers big-endian, texts as
 * UTF-8 behind their length. An object for each line would cost many times as much.
 */
export class RecordWriter {
  #bytes = Buffer.allocUnsafeSlow(INITIAL_BYTES);
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  get length(): number {
    return this.#length;
  }

  byte(value: number): this {
    if (value > 0xff) throw new RangeError(`${value} is no byte`);
    this.#makeRoom(1);
    this.#bytes[this.#length++] = value;
    return this;
  }

  number(value: number): this {
    this.#makeRoom(4);
    this.#length = this.#bytes.writeUInt32BE(value >>> 0, this.#length);
    return this;
  }

  text(value: string): this {
    // A code unit has three bytes of UTF-8 at the most.
    this.#makeRoom(4 + value.length * 3);
    const written = this.#bytes.write(value, this.#length + 4);
    this.#bytes.writeUInt32BE(written, this.#length);
    this.#length += 4 + written;
    return this;
  }

  /** Bytes that are records already. */
  append(records: Uint8Array): this {
    this.#makeRoom(records.length);
    this.#bytes.set(records, this.#length);
    this.#length += records.length;
    return this;
  }

  /** What has been written, in a buffer of its own; the writer begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#bytes.buffer.transfer(this.#length));
    this.#bytes = Buffer.allocUnsafeSlow(INITIAL_BYTES);
    this.#length = 0;
    return taken;
  }

  /** What has been written, until the next call; the writer begins anew. */
  view(): Uint8Array {
    const view = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return view;
  }

  #makeRoom(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}
