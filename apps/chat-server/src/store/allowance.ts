import type { Waiting } from './thread-messages.ts';

/** How much may wait, in number and in bytes. */
export class Allowance {
  readonly #limit: Waiting;
  #count = 0;
  #bytes = 0;

  constructor(limit: Waiting) {
    this.#limit = limit;
  }

  /** So many wait. */
  get count(): number {
    return this.#count;
  }

  /** Whether not more than half of it is taken. */
  get isRelaxed(): boolean {
    return this.#count * 2 <= this.#limit.count && this.#bytes * 2 <= this.#limit.bytes;
  }

  /** @returns false when there is no room: it was not taken */
  take(bytes: number): boolean {
    if (this.#count + 1 > this.#limit.count || this.#bytes + bytes > this.#limit.bytes)
      return false;
    this.#count += 1;
    this.#bytes += bytes;
    return true;
  }

  giveBack({ count, bytes }: Waiting): void {
    this.#count -= count;
    this.#bytes -= bytes;
  }
}
