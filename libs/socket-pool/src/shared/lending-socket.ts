import { Socket, type SocketConstructorOpts } from 'node:net';

/** Gets what has arrived. The bytes are lent: when it returns, the next ones take their place. */
export type Borrower = (this: Socket, chunk: Buffer) => void;

/** What is read at most at once, as much as Node's streams ask the kernel for. */
const READ_BYTES = 64 * 1024;

/** One is enough for all sockets of a thread: nothing else is read before a borrower has returned. */
const LENT = Buffer.allocUnsafeSlow(READ_BYTES);

/**
 * A socket that can lend what it reads instead of passing it through its stream. A stream allocates
 * 64 KiB for each read and calls a dozen functions for each chunk: a third of what a small message
 * costs. Until somebody borrows it is a stream like any other.
 */
export class LendingSocket extends Socket {
  #borrower: Borrower | undefined;

  constructor(options: SocketConstructorOpts) {
    super({ ...options, onread: { buffer: LENT, callback: LendingSocket.#read } });
  }

  /** Starts to read for this borrower; without one, bytes go into the stream again. */
  lendTo(borrower: Borrower | undefined): void {
    this.#borrower = borrower;
    if (borrower !== undefined) this.resume();
  }

  /** @returns whether to go on reading (`onread` of node:net) */
  static #read(this: LendingSocket, bytes: number, buffer: Uint8Array): boolean {
    const chunk = (buffer as Buffer).subarray(0, bytes);
    if (this.#borrower === undefined) return this.push(Buffer.from(chunk));
    this.#borrower(chunk);
    return true;
  }
}
