import type { Transferable } from 'node:worker_threads';
import { countWorkedThrough, MessageLine, type PostMessages } from '../../shared/message-line.ts';
import type { OwnerLineMemory } from '../../shared/messages.ts';
import type { Owner, WorkerLink } from '../../shared/owner.ts';

/** One worker as the owner knows it. */
class Link implements WorkerLink<unknown> {
  readonly worker: number;
  readonly received: Int32Array;
  readonly #line: MessageLine<unknown>;
  readonly #isBehind: () => void;
  isOpen = true;

  constructor(worker: number, memory: OwnerLineMemory, post: PostMessages, isBehind: () => void) {
    this.worker = worker;
    this.received = new Int32Array(memory.up);
    this.#line = new MessageLine(post, memory.down);
    this.#isBehind = isBehind;
  }

  send(message: unknown, transfer?: readonly Transferable[]): boolean {
    if (!this.isOpen) return false;
    if (this.#line.send(message, transfer)) return true;
    // What was sent would be missing: whoever is behind so far must not go on as if it had come.
    this.isOpen = false;
    this.#isBehind();
    return false;
  }

  flush(): void {
    this.#line.flush();
  }
}

/** What the desk needs of a worker. */
export interface LineToWorker {
  readonly post: PostMessages;
  /** It does not keep up with what is sent to it. */
  readonly isBehind: () => void;
  /** Takes what it has sent and nobody has read yet. */
  readonly readWaiting: () => void;
}

/** The owner and the workers that it has a line to. */
export class OwnerDesk {
  readonly #owner: Owner<unknown, unknown>;
  readonly #links = new Map<Link, LineToWorker>();
  readonly #workedThrough = new Map<Link, number>();
  #isReceiving = false;

  constructor(owner: Owner<unknown, unknown>) {
    this.#owner = owner;
  }

  /** A worker can serve, or speaks before it can. */
  join(worker: number, memory: OwnerLineMemory, line: LineToWorker): OwnerSeat {
    const link = new Link(worker, memory, line.post, line.isBehind);
    this.#links.set(link, line);
    this.#owner.joined?.(link);
    return {
      receive: (messages) => this.#receive(link, messages),
      leave: () => this.#leave(link),
    };
  }

  #receive(link: Link, messages: readonly unknown[]): void {
    for (const message of messages) this.#owner.receive(link, message);
    this.#workedThrough.set(link, (this.#workedThrough.get(link) ?? 0) + messages.length);
    if (this.#isReceiving) return; // it is one of those that are read below
    this.#isReceiving = true;
    for (const { readWaiting } of this.#links.values()) readWaiting();
    this.#isReceiving = false;
    this.#flush();
    // Counted when the answers are on their way, and not before.
    for (const [{ received }, count] of this.#workedThrough) countWorkedThrough(received, count);
    this.#workedThrough.clear();
  }

  #leave(link: Link): void {
    link.isOpen = false;
    this.#links.delete(link);
    this.#owner.left?.(link);
    this.#flush();
  }

  /** What has been said to others meanwhile leaves at once: to wait for the next turn costs latency. */
  #flush(): void {
    for (const link of this.#links.keys()) link.flush();
  }
}

/** Where one worker sits. */
export interface OwnerSeat {
  receive(messages: readonly unknown[]): void;
  leave(): void;
}
