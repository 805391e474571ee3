import type { Socket } from 'node:net';
import type { Endpoint } from '@praktikum/protocol';
import { Listener } from '../../shared/listener.ts';

/** Between two tries to listen once more. */
const OPEN_AGAIN_MS = 1000;

/** A listener of this thread. Its socket may be lost in a pause, for want of a descriptor: it opens another. */
export class LastingListener {
  /** Where it listens, with the port that the system chose for port 0. */
  readonly address: Endpoint;
  readonly #open: (endpoint: Endpoint) => Promise<Listener>;
  #listener: Listener | undefined;
  #closed = false;
  #paused = false;

  /**
   * @param accept gets every socket, not read from yet
   * @throws what `listen()` fails with
   */
  static async listen(
    endpoint: Endpoint,
    backlog: number,
    accept: (socket: Socket) => void,
  ): Promise<LastingListener> {
    const open = (where: Endpoint) => Listener.listen(where, backlog, accept);
    return new LastingListener(await open(endpoint), open);
  }

  private constructor(listener: Listener, open: (endpoint: Endpoint) => Promise<Listener>) {
    this.address = listener.address!;
    this.#listener = listener;
    this.#open = open;
  }

  /** Clients wait in the backlog of the kernel. */
  pause(): void {
    this.#paused = true;
    this.#listener?.pause();
  }

  resume(): void {
    this.#paused = false;
    if (this.#listener?.resume() === false) this.#openAgain();
  }

  /** Stops listening, once so many at most who wait in the backlog have been accepted. */
  async stop(most: number): Promise<void> {
    await this.#listener?.stop(most);
    this.close();
  }

  close(): void {
    this.#closed = true;
    this.#listener?.close();
  }

  #openAgain(): void {
    this.#listener = undefined;
    this.#open(this.address).then(
      (listener) => {
        this.#listener = listener;
        if (this.#closed) listener.close();
        else if (this.#paused) listener.pause();
      },
      () => setTimeout(() => this.#closed || this.#openAgain(), OPEN_AGAIN_MS).unref(),
    );
  }
}
