import { createServer, type BoundSocket, type Server, type Socket } from 'node:net';
import { MessageChannel, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Endpoint } from '@praktikum/protocol';
import { SpareDescriptor } from './spare-descriptor.ts';

/** Where to listen: an address still to be bound, or a socket that another thread has bound. */
export type Binding = Endpoint | BoundSocket;

/**
 * A listening socket that can stop accepting without refusing anybody, and can move to another thread
 * with the clients that wait in its backlog. Node has no pause for a server. But a server that was
 * posted to a port which nobody reads goes on listening and accepts nothing (worker_threads,
 * `port.postMessage`): that is how it is parked.
 */
export class Listener {
  readonly #accept: (socket: Socket) => void;
  /** For the message that a listening socket is posted with. */
  readonly #spare = new SpareDescriptor();
  #server: Server | undefined;
  #accepted = 0;
  #parkedIn: MessagePort | undefined;
  /** Settled by the end of a pause. */
  #resumed = Promise.withResolvers<void>();

  /**
   * @param accept gets every socket, not read from yet: one that has been cannot change its thread
   * @throws what `listen()` fails with
   */
  static async listen(
    binding: Binding,
    backlog: number,
    accept: (socket: Socket) => void,
  ): Promise<Listener> {
    // No keep-alive: the idle timeout is over long before the kernel would probe, after two hours.
    const server = createServer({ pauseOnConnect: true, allowHalfOpen: true, noDelay: true });
    const where =
      'host' in binding ? { host: binding.host, port: binding.port } : { handle: binding };
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ ...where, backlog }, () => {
        server.off('error', reject);
        resolve();
      });
    });
    return new Listener(server, accept);
  }

  /** @param server a listening one, which may have come from another thread */
  constructor(server: Server, accept: (socket: Socket) => void) {
    this.#accept = (socket) => {
      this.#accepted += 1;
      accept(socket);
    };
    this.#adopt(server);
  }

  /** Where it listens; undefined while it is paused. */
  get address(): Endpoint | undefined {
    const address = this.#server?.address();
    return typeof address === 'object' && address !== null
      ? { host: address.address, port: address.port }
      : undefined;
  }

  /** Clients wait in the backlog of the kernel. */
  pause(): void {
    if (this.#server === undefined) return;
    const { port1, port2 } = new MessageChannel();
    this.moveTo(port1);
    this.#parkedIn = port2;
    this.#resumed = Promise.withResolvers();
  }

  /** @returns false when the listening socket was lost: no descriptor was free when it was parked */
  resume(): boolean {
    if (this.#parkedIn === undefined) return true;
    const received = receiveMessageOnPort(this.#parkedIn) as { message: Server } | undefined;
    this.#parkedIn.close();
    this.#parkedIn = undefined;
    this.#resumed.resolve();
    if (received !== undefined) this.#adopt(received.message);
    return received !== undefined;
  }

  /**
   * Posts the listening socket to a port. Afterwards there is nothing left here to close.
   * @param message that it is posted in
   */
  moveTo(port: MessagePort, message = (server: Server): unknown => server): void {
    this.resume();
    this.#spare.release();
    if (this.#server !== undefined) port.postMessage(message(this.#server), [this.#server]);
    this.#server = undefined;
  }

  /**
   * Stops listening once those who wait in the backlog have been accepted, however long it is paused. Node
   * accepts one client in a turn of the event loop, so that a turn without any is the end of them.
   * @param most clients to accept
   */
  async stop(most: number): Promise<void> {
    await nextTurn(); // the rest of this turn
    const last = this.#accepted + most;
    for (let before = -1; this.#accepted < last && this.#accepted !== before;) {
      if (this.#parkedIn !== undefined) await this.#resumed.promise;
      else before = this.#accepted;
      await nextTurn();
    }
    this.close();
  }

  /** Stops listening. Who waits in the backlog is reset by the kernel. */
  close(): void {
    this.resume();
    this.#server?.close();
    this.#server = undefined;
    this.#spare.release();
  }

  #adopt(server: Server): void {
    this.#server = server;
    this.#spare.hold();
    // A client that could not be accepted is no reason to stop accepting others.
    server.on('error', () => undefined).on('connection', this.#accept);
  }
}
