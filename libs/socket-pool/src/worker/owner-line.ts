import type { Transferable } from 'node:worker_threads';
import { countWorkedThrough, MessageLine, type PostMessages } from '../shared/message-line.ts';
import type { OwnerLineMemory } from '../shared/messages.ts';
import type { OwnerLink } from '../shared/owner.ts';

/** How soon a worker finds that the owner has come further. */
const CHECK_MS = 2;

/** A worker's end of the line to the owner. */
export class OwnerLine implements OwnerLink<unknown, unknown> {
  readonly #line: MessageLine<unknown>;
  readonly #received: Int32Array;
  #take: ((messages: readonly unknown[]) => void) | undefined;
  /** What came before somebody wanted it. */
  #early: unknown[] = [];

  constructor(memory: OwnerLineMemory, post: PostMessages) {
    this.#line = new MessageLine(post, memory.up);
    this.#received = new Int32Array(memory.down);
  }

  send(message: unknown, transfer?: readonly Transferable[]): boolean {
    return this.#line.send(message, transfer);
  }

  async room(): Promise<void> {
    while (!this.#line.hasRoom) await nextCheck();
  }

  async workedThrough(): Promise<void> {
    const { sent } = this.#line;
    while (!this.#line.isDone(sent)) await nextCheck();
  }

  onMessages(take: (messages: readonly unknown[]) => void): void {
    this.#take = take;
    if (this.#early.length > 0) take(this.#early.splice(0));
  }

  /** Gives what has come to whoever wants it. */
  receive(messages: readonly unknown[]): void {
    if (this.#take === undefined) this.#early.push(...messages);
    else this.#take(messages);
    countWorkedThrough(this.#received, messages.length);
  }

  flush(): void {
    this.#line.flush();
  }
}

function nextCheck(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, CHECK_MS).unref());
}
