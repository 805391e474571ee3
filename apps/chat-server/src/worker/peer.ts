import type { Transport } from './transport.ts';

/** One client of a worker: what the owner has said of it, and what it is to be sent. */
export class Peer {
  readonly id: number;
  readonly transport: Transport;
  /** The numbers of the channels that it is a member of. */
  readonly channels = new Set<number>();
  capabilities = 0;
  isRegistered = false;
  /** Milliseconds of `performance.now()`: when it came, and when something was last heard of it. */
  readonly openedAt: number;
  heardAt: number;
  /** When it was asked for a sign of life that has not come. */
  pingedAt: number | undefined;
  #pending: Buffer[] = [];
  #isClosing = false;

  constructor(id: number, transport: Transport, now: number) {
    this.id = id;
    this.transport = transport;
    this.openedAt = now;
    this.heardAt = now;
  }

  /** Whether nothing waits for {@link flush}. */
  get isClean(): boolean {
    return this.#pending.length === 0 && !this.#isClosing;
  }

  push(lines: Buffer): void {
    this.#pending.push(lines);
  }

  closeAfterwards(): void {
    this.#isClosing = true;
  }

  /** Writes what waits, all at once: a system call costs more than the rest. */
  flush(): void {
    const pending = this.#pending;
    if (pending.length > 0) {
      this.#pending = [];
      this.transport.write(pending.length === 1 ? pending[0]! : Buffer.concat(pending));
    }
    if (this.#isClosing) this.transport.close('done');
  }

  heard(now: number): void {
    this.heardAt = now;
    this.pingedAt = undefined;
  }
}
