/** Cells of the shared memory. */
const [ACTIVE, WAITING, ACCEPTED, ROOM, CELLS] = [0, 1, 2, 3, 4];

/** Of a process whose descriptors are not known to be limited. */
const PLENTY = 0x7fffffff;

/**
 * The places for clients that are served at the same time, counted in shared memory: a thread that
 * accepts by itself takes one without asking anybody, and the limit holds for all threads together.
 */
export class Places {
  readonly #cells: Int32Array;
  readonly #most: number;

  static allocate(): SharedArrayBuffer {
    return new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT);
  }

  /** @param most places there are */
  constructor(memory: SharedArrayBuffer, most: number) {
    this.#cells = new Int32Array(memory);
    this.#most = most;
  }

  /** Places that are taken. */
  get active(): number {
    return Atomics.load(this.#cells, ACTIVE);
  }

  /** Clients that wait for a place. A thread whose client would overtake them has to ask. */
  get waiting(): number {
    return Atomics.load(this.#cells, WAITING);
  }

  set waiting(count: number) {
    Atomics.store(this.#cells, WAITING, count);
  }

  /** Clients that threads have accepted by themselves. */
  get accepted(): number {
    return Atomics.load(this.#cells, ACCEPTED);
  }

  /** Clients the process has descriptors for. */
  get room(): number {
    return Atomics.load(this.#cells, ROOM);
  }

  set room(count: number) {
    Atomics.store(this.#cells, ROOM, Math.min(count, PLENTY));
  }

  /** @returns a number that no other of these clients has, from 1 */
  countAccepted(): number {
    return Atomics.add(this.#cells, ACCEPTED, 1) + 1;
  }

  /** @returns false when all are taken */
  take(): boolean {
    // Never one too many for a moment: whoever looks then would let a client wait for no reason.
    for (let seen = this.active; seen < this.#most;) {
      const found = Atomics.compareExchange(this.#cells, ACTIVE, seen, seen + 1);
      if (found === seen) return true;
      seen = found;
    }
    return false;
  }

  release(count = 1): void {
    Atomics.sub(this.#cells, ACTIVE, count);
  }
}
