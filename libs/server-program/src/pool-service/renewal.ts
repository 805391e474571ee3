import type { SocketPool, TlsSettings } from '@praktikum/socket-pool';

/** Reads the certificates again; `signal` ends the reading. */
export type ReadTls = (signal: AbortSignal) => Promise<TlsSettings | undefined>;

/**
 * The reloads of a server: certificates are read again, then the workers are started anew. One follows
 * the other, so that the certificates of the last one stay; while one waits for a file, the workers
 * serve on as they are.
 */
export class Renewal {
  readonly #pool: SocketPool;
  readonly #readTls: ReadTls | undefined;
  readonly #stopping = new AbortController();
  #last: Promise<void> = Promise.resolve();

  constructor(pool: SocketPool, readTls: ReadTls | undefined) {
    this.#pool = pool;
    this.#readTls = readTls;
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
      const tls = await this.#readTls?.(signal);
      signal.throwIfAborted();
      await this.#pool.reload(tls && { tls });
    } catch (error) {
      if (!signal.aborted) throw error;
      await new Promise<never>(() => undefined);
    }
  }
}
