/** Reads again what a reload brings anew, the certificates, and takes it; `signal` ends the reading. */
export type Renew = (signal: AbortSignal) => Promise<void>;

/**
 * The reloads of a server: certificates are read again, then the workers are started anew, or keep serving
 * with them. One follows
 * the other, so that the certificates of the last one stay; while one waits for a file, the workers
 * serve on as they are.
 */
export class Renewal {
  readonly #renewOnce: Renew;
  readonly #stopping = new AbortController();
  #last: Promise<void> = Promise.resolve();

  constructor(renew: Renew) {
    this.#renewOnce = renew;
  }

  /** Rejects when the old workers go on; of a reload that the end of the server cuts off nothing is heard. */
  run(): Promise<void> {
    const renewed = this.#last.then(() => this.#renew());
    this.#last = renewed.catch(() => undefined); // its caller is told; the next one may try
    return renewed;
  }

  /** The server ends: a file that is waited for must not keep the process. */
  stop(): void {
    this.#stopping.abort();
  }

  async #renew(): Promise<void> {
    const { signal } = this.#stopping;
    try {
      await this.#renewOnce(signal);
      signal.throwIfAborted(); // the pool gives a reload up when it closes
    } catch (error) {
      if (!signal.aborted) throw error;
      await new Promise<never>(() => undefined);
    }
  }
}
