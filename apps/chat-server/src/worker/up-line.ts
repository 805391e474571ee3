import { RecordWriter } from '../line/record-writer.ts';
import { writeUpRecord, type UpRecord } from '../line/up-records.ts';

/**
 * What one worker collects for the owner before the owner takes it.
 * @unit bytes
 * @against clients whose lines come faster than the owner works through them: they are read no more meanwhile
 * @provenBy ./up-line.spec.ts: is full while the owner takes nothing, and sends everything when it does
 */
export const MAX_COLLECTED_BYTES = 256 * 1024;

/** What `OwnerLink` of the pool does, as far as it is needed here. */
export interface Sender {
  send(message: Uint8Array, transfer: readonly ArrayBuffer[]): boolean;
  flush(): void;
  room(): Promise<void>;
  workedThrough(): Promise<void>;
}

/**
 * How long records wait for more of them while clients are lively. To wake the owner, and a write for each
 * member of a channel, is what costs most, and takes many lines as well as one. Lines that come one by one
 * never wait.
 */
const GATHER_MS = 2;

/** A worker's records for the owner: one buffer in a turn of the event loop, or in a moment. */
export class UpLine {
  readonly #owner: Sender;
  readonly #writer = new RecordWriter();
  #isDue = false;
  #records = 0;
  /** Whether several records went with the last buffer. */
  #isLively = false;
  #waiting: Promise<void> | undefined;

  constructor(owner: Sender) {
    this.#owner = owner;
  }

  /** Whether nobody should be read until {@link room}. */
  get isFull(): boolean {
    return this.#waiting !== undefined && this.#writer.length > MAX_COLLECTED_BYTES;
  }

  /** Resolves when the owner has taken what waited. */
  async room(): Promise<void> {
    await this.#waiting;
  }

  /** Resolves when the owner has worked through all that has been pushed, and has answered. */
  async workedThrough(): Promise<void> {
    if (this.#waiting !== undefined) await this.#waiting;
    if (!this.#writer.isEmpty) this.#send();
    await this.#owner.workedThrough();
  }

  push(record: UpRecord): void {
    writeUpRecord(this.#writer, record);
    this.#records += 1;
    if (this.#waiting !== undefined || this.#isDue) return;
    this.#isDue = true;
    if (this.#isLively) setTimeout(() => this.#send(), GATHER_MS);
    else setImmediate(() => this.#send());
  }

  #send(): void {
    this.#isDue = false;
    if (this.#writer.isEmpty) return; // it has been sent already
    this.#isLively = this.#records > 1;
    this.#records = 0;
    const bytes = this.#writer.take();
    if (this.#owner.send(bytes, [bytes.buffer])) return this.#owner.flush();
    this.#writer.append(bytes);
    this.#waiting = this.#owner.room().then(() => {
      this.#waiting = undefined;
      this.#send();
    });
  }
}
