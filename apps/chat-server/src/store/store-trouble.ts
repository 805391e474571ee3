/** What is told of a store that cannot be written. */
export interface TroubleListener {
  /** @param waiting the writes that wait */
  readonly failed: (code: string, waiting: number) => void;
  /** @param lost the writes that were dropped meanwhile */
  readonly recovered: (lost: number) => void;
}

/** Tells once that writes fail, and once that they work again, with the number of those that were lost. */
export class StoreTrouble {
  readonly #listener: TroubleListener;
  #cause: 'none' | 'disk' | 'pace' = 'none';
  #lost = 0;

  constructor(listener: TroubleListener) {
    this.#listener = listener;
  }

  /** Nothing can be written. */
  diskFailed(reason: string, waiting: number): void {
    if (this.#cause === 'none') this.#listener.failed(reason, waiting);
    this.#cause = 'disk';
  }

  diskRecovered(): void {
    if (this.#cause === 'disk') this.#end();
  }

  /** No room was left for these. Without trouble of the disk, the thread does not keep up. */
  lost(count: number, waiting: number): void {
    this.#lost += count;
    if (this.#cause !== 'none') return;
    this.#cause = 'pace';
    this.#listener.failed('ERR_CHAT_STORE_BUSY', waiting);
  }

  /** There is room again. */
  keepsUp(): void {
    if (this.#cause === 'pace') this.#end();
  }

  /** SQLite refuses these on any disk; the others are not held up. */
  refused(count: number, reason: string, waiting: number): void {
    this.#lost += count;
    if (this.#cause !== 'none') return;
    this.#listener.failed(reason, waiting);
    this.#end();
  }

  #end(): void {
    const lost = this.#lost;
    this.#cause = 'none';
    this.#lost = 0;
    this.#listener.recovered(lost);
  }
}
