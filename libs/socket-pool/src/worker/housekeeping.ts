import type { ConnectionHandler } from './connection.ts';

/**
 * What a thread does for the pool and for no client in particular: `load` measures what it does, `idle`
 * looks for silent connections, `accept` looks whether clients can be accepted again.
 */
export type Chore = 'load' | 'idle' | 'accept';

/**
 * Does the chores of a thread. One that throws is told of, once, and not done again: it must not end the
 * thread, whose clients have nothing to do with it.
 */
export class Housekeeping {
  readonly #handler: ConnectionHandler;
  readonly #off = new Set<Chore>();

  /** @param handler told of what fails; without `housekeepingFailed` it becomes a warning of Node's */
  constructor(handler: ConnectionHandler) {
    this.#handler = handler;
  }

  /** @returns undefined when the chore has failed, now or before */
  run<T>(chore: Chore, work: () => T): T | undefined {
    if (this.#off.has(chore)) return undefined;
    try {
      return work();
    } catch (error) {
      this.#off.add(chore);
      this.#tell(chore, error);
      return undefined;
    }
  }

  #tell(chore: Chore, error: unknown): void {
    if (this.#handler.housekeepingFailed) this.#handler.housekeepingFailed(chore, error);
    else process.emitWarning(`${chore} is switched off: ${String(error)}`, 'SocketPoolWarning');
  }
}
