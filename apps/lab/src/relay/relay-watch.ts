/** When a relay is to end by itself, in milliseconds. */
interface WatchConditions {
  readonly for?: number;
  /** Counted from the first datagram. */
  readonly untilIdle?: number;
}

/** Says when a relay is to end: by Ctrl-C, after a time, or after a silence. */
export class RelayWatch {
  readonly ended: Promise<void>;
  readonly #untilIdle: number | undefined;
  readonly #end: () => void;
  readonly #clock: NodeJS.Timeout | undefined;
  #silence: NodeJS.Timeout | undefined;

  constructor({ for: time, untilIdle }: WatchConditions, signal: AbortSignal) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    this.#end = resolve;
    this.#untilIdle = untilIdle;
    if (time !== undefined) this.#clock = setTimeout(resolve, time);
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  }

  /** A datagram has come. */
  taken(): void {
    if (this.#untilIdle === undefined) return;
    this.#silence ??= setTimeout(this.#end, this.#untilIdle);
    this.#silence.refresh();
  }

  release(): void {
    clearTimeout(this.#clock);
    clearTimeout(this.#silence);
  }
}
