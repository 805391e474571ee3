/** The pool's account of the clients that one worker has accepted by itself. */
export class OwnClients {
  /** One cell, which the worker counts in: places it took without asking. It outlives the thread. */
  readonly memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  /** Clients it holds until they are admitted or refused. */
  readonly #asking = new Set<number>();
  #told = 0;

  /** Clients that wait for an answer. */
  get asking(): number {
    return this.#asking.size;
  }

  /** Places it took and has not come to tell of. */
  get untold(): number {
    return Atomics.load(new Int32Array(this.memory), 0) - this.#told;
  }

  taken(): void {
    this.#told += 1;
  }

  asks(id: number): void {
    this.#asking.add(id);
  }

  answered(id: number): void {
    this.#asking.delete(id);
  }
}
