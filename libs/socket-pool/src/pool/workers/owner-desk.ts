import type { Transferable } from 'node:worker_threads';
import { countWorkedThrough, MessageLine, type PostMessages } from '../../shared/message-line.ts';
import type { OwnerLineMemory } from '../../shared/messages.ts';
import type { Owner, WorkerLink } from '../../shared/owner.ts';

/**
 * How long the owner works before the rest of its thread has a turn: signals, timers, connections.
 * @unit ms
 * @against messages that take long: a port hands over all that wait in it, and a stop is not heard meanwhile
 * @provenBy ../owner.spec.ts: lets timers through while what it does takes long
 */
const TURN_MS = 10;

/**
 * How long the owner goes on with what workers have sent when the pool has closed; then the rest is dropped.
 * @unit ms
 * @against a stop that waits for messages that take long
 * @provenBy ../owner.spec.ts: does not hold up a close with what it has not come to
 */
const LAST_WORDS_MS = 500;

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

/** Something that waits for the owner. */
interface Work {
  readonly link: Link;
  readonly begin: () => Iterator<void> | void;
  /** Messages of the link's line that it is. */
  readonly messages: 0 | 1;
}

/** The owner and the workers that it has a line to. */
export class OwnerDesk {
  readonly #owner: Owner<unknown, unknown>;
  readonly #links = new Map<Link, LineToWorker>();
  readonly #workedThrough = new Map<Link, number>();
  /** In the order in which it came. The lines bound it: what waits here takes room in them. */
  #waiting: Work[] = [];
  /** What is left of the first that waits, when it takes more than one turn. */
  #begun: Iterator<void> | undefined;
  /** Whether a turn is on, or is to come. */
  #isWorking = false;

  constructor(owner: Owner<unknown, unknown>) {
    this.#owner = owner;
  }

  /** A worker can serve, or speaks before it can. */
  join(worker: number, memory: OwnerLineMemory, line: LineToWorker): OwnerSeat {
    const link = new Link(worker, memory, line.post, line.isBehind);
    this.#links.set(link, line);
    this.#take([{ link, begin: () => this.#owner.joined?.(link), messages: 0 }]);
    return {
      receive: (messages) => {
        const begin = (message: unknown) => () => this.#owner.receive(link, message);
        this.#take(messages.map((each) => ({ link, begin: begin(each), messages: 1 })));
      },
      leave: () => {
        link.isOpen = false;
        this.#links.delete(link);
        this.#take([{ link, begin: () => this.#owner.left?.(link), messages: 0 }]);
      },
    };
  }

  /** All workers have gone: nothing more will come, and nobody hears an answer. */
  close(): void {
    this.#workThrough(performance.now() + LAST_WORDS_MS);
    this.#waiting = [];
    this.#begun = undefined;
  }

  #take(work: readonly Work[]): void {
    this.#waiting.push(...work);
    if (this.#isWorking) return;
    this.#isWorking = true;
    this.#turn();
  }

  #turn(): void {
    const endsAt = performance.now() + TURN_MS;
    if (this.#workThrough(endsAt)) {
      for (const { readWaiting } of this.#links.values()) readWaiting();
      this.#isWorking = !this.#workThrough(endsAt);
    }
    this.#owner.turnEnded?.();
    // What has been said to others leaves at once: to wait for the next turn costs latency.
    for (const link of this.#links.keys()) link.flush();
    // Counted when the answers are on their way, and not before.
    for (const [{ received }, count] of this.#workedThrough) countWorkedThrough(received, count);
    this.#workedThrough.clear();
    if (this.#isWorking) setImmediate(() => this.#turn());
  }

  /** @returns whether nothing waits any more; false: the time is out */
  #workThrough(endsAt: number): boolean {
    let done = 0;
    for (const work of this.#waiting) {
      if (!this.#advance(work, endsAt)) break;
      done += 1;
      if (performance.now() >= endsAt) break;
    }
    this.#waiting.splice(0, done);
    return this.#waiting.length === 0;
  }

  /** @returns whether it is done; false: the time is out */
  #advance({ link, begin, messages }: Work, endsAt: number): boolean {
    this.#begun ??= begin() ?? undefined;
    while (this.#begun !== undefined && this.#begun.next().done !== true) {
      if (performance.now() >= endsAt) return false;
    }
    this.#begun = undefined;
    this.#workedThrough.set(link, (this.#workedThrough.get(link) ?? 0) + messages);
    return true;
  }
}

/** Where one worker sits. */
export interface OwnerSeat {
  receive(messages: readonly unknown[]): void;
  leave(): void;
}
