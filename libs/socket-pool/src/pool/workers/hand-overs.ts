import type { Transferable } from 'node:worker_threads';
import type { AcceptedClient } from '../../shared/client.ts';
import { sharedNow, type ToWorker } from '../../shared/messages.ts';
import { leave, moved, transferableOf } from '../../shared/socket-handle.ts';

/**
 * Sockets that go to a worker in one message.
 * @unit sockets
 * @against a hand-over that takes the descriptors which are kept free: each socket takes one more for a moment
 * @provenBy ./hand-overs.spec.ts: has no more under way than there are descriptors kept for it
 */
export const MOST_AT_ONCE = 8;

export interface HandOver extends AcceptedClient {
  readonly id: number;
}

/**
 * The sockets on their way to one worker. Those that were accepted in the same turn of the event loop
 * go in one message: to wake the other thread costs more than the rest of a hand-over.
 */
export class HandOvers {
  readonly #send: (message: ToWorker, transferred: Transferable[]) => void;
  readonly #failed: (id: number) => void;
  readonly #byHandle: boolean;
  #waiting: HandOver[] = [];
  #immediate: NodeJS.Immediate | undefined;

  /**
   * @param failed its socket could not be moved and has been closed
   * @param byHandle whether sockets move by their handles
   */
  constructor(
    send: (message: ToWorker, transferred: Transferable[]) => void,
    failed: (id: number) => void,
    byHandle: boolean,
  ) {
    this.#send = send;
    this.#failed = failed;
    this.#byHandle = byHandle;
  }

  add(handOver: HandOver): void {
    this.#waiting.push(handOver);
    if (this.#waiting.length >= MOST_AT_ONCE) this.send();
    else this.#immediate ??= setImmediate(() => this.send());
  }

  /** Sends them, at once. Afterwards the sockets here are of no use. */
  send(): void {
    const moving = this.#take().filter(({ id, socket }) => {
      if (socket.destroyed) this.#failed(id);
      return !socket.destroyed;
    });
    if (moving.length === 0) return;
    const clients = moving.map(({ id, remote, listener, socket }) => ({
      id,
      remote,
      listener,
      moved: moved(socket, this.#byHandle),
    }));
    try {
      const sockets = clients.map((client) => transferableOf(client.moved));
      this.#send({ type: 'serve', clients, sentAt: sharedNow() }, sockets);
      moving.forEach(({ socket }, at) => leave(socket, clients[at]!.moved));
    } catch {
      for (const { id, socket } of moving) {
        socket.destroy();
        this.#failed(id);
      }
    }
  }

  /** Closes them: nobody will take them. */
  destroy(): void {
    for (const { socket } of this.#take()) socket.destroy();
  }

  #take(): HandOver[] {
    clearImmediate(this.#immediate);
    this.#immediate = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }
}
