import type { Socket } from 'node:net';

/**
 * Ends a connection whose peer does nothing for so long: neither sends nor takes a byte. While this
 * side keeps the peer waiting (its own input has not come, its own reader is slow) silence is right.
 */
export class SilenceWatch {
  readonly #socket: Socket;
  readonly #timeoutMs: number;
  readonly #error: () => Error;
  /** True while the peer has to wait for us. */
  ourTurn = false;

  constructor(socket: Socket, timeoutMs: number, error: () => Error) {
    this.#socket = socket;
    this.#timeoutMs = timeoutMs;
    this.#error = error;
    socket.setTimeout(timeoutMs);
    socket.on('timeout', this.#look);
  }

  stop(): void {
    this.#socket.off('timeout', this.#look);
    this.#socket.setTimeout(0);
  }

  readonly #look = () => {
    const before = this.#socket.bytesRead;
    // Timers run before input is read: after a long pause of this process (a stopped terminal, a
    // pager) the bytes may be there already. One turn of the event loop later they have been read.
    setImmediate(() => setImmediate(() => this.#decide(before)));
  };

  #decide(bytesBefore: number): void {
    const waitsForUs = this.ourTurn && this.#socket.writableLength === 0;
    if (waitsForUs || this.#socket.bytesRead > bytesBefore)
      this.#socket.setTimeout(this.#timeoutMs);
    else this.#socket.destroy(this.#error());
  }
}
