import type { Transferable } from 'node:worker_threads';

/**
 * Messages that one thread has sent on a line and the other has not worked through.
 * @unit messages
 * @against a thread that does not keep up, whose messages would fill the memory
 * @provenBy ./message-line.spec.ts: takes no more than so many that have not been worked through
 * @provenBy ../pool/owner.spec.ts: ends a worker that has fallen too far behind
 */
export const MAX_LINE_MESSAGES = 8192;

/** Posts the messages of one turn to the other thread. */
export type PostMessages = (messages: readonly unknown[], transfer: Transferable[]) => void;

/** The memory in which the far end of a line counts what it has worked through. */
export function lineMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

/**
 * The sending end of a line between two threads. What is sent in one turn of the event loop goes in one
 * message, because to wake a thread costs more than most messages say. The far end answers nothing: it
 * counts in shared memory.
 */
export class MessageLine<Message> {
  readonly #post: PostMessages;
  readonly #workedThrough: Int32Array;
  #waiting: Message[] = [];
  #transfer: Transferable[] = [];
  #sent = 0;
  #immediate: NodeJS.Immediate | undefined;

  /** @param memory of {@link lineMemory}; the far end counts there */
  constructor(post: PostMessages, memory: SharedArrayBuffer) {
    this.#post = post;
    this.#workedThrough = new Int32Array(memory);
  }

  /** Whether one more message would be taken. */
  get hasRoom(): boolean {
    return this.#open(this.#sent) < MAX_LINE_MESSAGES;
  }

  /** Messages so far. */
  get sent(): number {
    return this.#sent;
  }

  /** Whether so many messages have been worked through at the far end. @param sent a former value of `sent` */
  isDone(sent: number): boolean {
    return this.#open(sent) <= 0;
  }

  /** The counters wrap around at 2^32; their difference does not. */
  #open(sent: number): number {
    return (sent - Atomics.load(this.#workedThrough, 0)) | 0;
  }

  /**
   * Sends it at the end of this turn of the event loop.
   * @param transfer what moves to the other thread with it
   * @returns false when the line is full: it was not taken
   */
  send(message: Message, transfer: readonly Transferable[] = []): boolean {
    if (!this.hasRoom) return false;
    this.#sent = (this.#sent + 1) | 0;
    this.#waiting.push(message);
    this.#transfer.push(...transfer);
    this.#immediate ??= setImmediate(() => this.flush());
    return true;
  }

  /** Sends what waits, at once. */
  flush(): void {
    clearImmediate(this.#immediate);
    this.#immediate = undefined;
    if (this.#waiting.length === 0) return;
    const [messages, transfer] = [this.#waiting, this.#transfer];
    this.#waiting = [];
    this.#transfer = [];
    this.#post(messages, transfer);
  }
}

/** At the far end: so many messages of the line have been worked through. */
export function countWorkedThrough(memory: Int32Array, messages: number): void {
  Atomics.add(memory, 0, messages);
}
