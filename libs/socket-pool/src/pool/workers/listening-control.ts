import { MessageChannel, type MessagePort, type Transferable } from 'node:worker_threads';
import type { BoundListener, ToWorker } from '../../shared/messages.ts';

/**
 * How long a worker may take to listen, or to stop. Node drops a message with a socket when no descriptor
 * is free for it, and tells nobody.
 * @unit ms
 * @against a start, or a reload, that waits for ever for a worker to listen
 * @provenBy ./listening-control.spec.ts: takes a worker that does not answer for one that cannot listen
 */
export const LISTEN_TIMEOUT_MS = 5000;

/** Tells a worker whether and where it is to accept by itself, and waits for its answer. */
export class ListeningControl {
  readonly #send: (message: ToWorker, transferred: Transferable[]) => void;
  #change: PromiseWithResolvers<boolean> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #gone = false;

  constructor(send: (message: ToWorker, transferred: Transferable[]) => void) {
    this.#send = send;
  }

  /** Whether an answer is still to come. */
  get isChanging(): boolean {
    return this.#change !== undefined;
  }

  /** @returns false when it cannot listen there, or ends before it does */
  listen(bound: readonly BoundListener[]): Promise<boolean> {
    // Node's types do not know yet that a bound socket can be transferred.
    const sockets = bound.map((listener) => listener.bound as unknown as Transferable);
    return this.#ask({ type: 'listen', bound }, sockets);
  }

  /**
   * Makes the worker accept in another one's place, with the clients in its backlogs.
   * @returns false when the other one has not all of its listening sockets any more
   */
  takeOver(other: ListeningControl): Promise<boolean> {
    const { port1, port2 } = new MessageChannel();
    const taken = this.#ask({ type: 'take-over', from: port2 }, [port2]);
    other.#moveTo(port1);
    return taken;
  }

  /** Resolves when it accepts no more and has told of all that it accepted, or has gone. */
  async stop(): Promise<void> {
    await this.#ask({ type: 'stop-listening' }, []);
  }

  /** The worker has answered. */
  answered(listens: boolean): void {
    clearTimeout(this.#timer);
    this.#change?.resolve(listens);
    this.#change = undefined;
  }

  exited(): void {
    this.#gone = true;
    this.answered(false);
  }

  #moveTo(port: MessagePort): void {
    if (this.#gone) port.close();
    else this.#send({ type: 'move-listeners', to: port }, [port]);
  }

  #ask(message: ToWorker, transferred: Transferable[]): Promise<boolean> {
    if (this.#gone) return Promise.resolve(false);
    this.#change ??= Promise.withResolvers<boolean>();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.answered(false), LISTEN_TIMEOUT_MS).unref();
    this.#send(message, transferred);
    return this.#change.promise;
  }
}
