import { EventEmitter } from 'node:events';
import { constants, fstatSync, openSync, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { codeOf } from '@praktikum/protocol';

/** Standard output and standard error by their descriptors: a worker's `process.stdout` is a pipe. */
export type StandardDescriptor = 1 | 2;

/**
 * Bytes that a pipe takes in one piece (PIPE_BUF on Linux, pipe(7)): a longer write may be mixed with
 * those of other threads. Lines are put together up to this; one line alone is shorter (see Excerpts).
 * @unit bytes
 * @against lines of different threads that are mixed in a pipe
 * @provenBy ../../../../apps/threaded-server/integration/load.spec.ts: keeps the log lines of its
 *   threads apart when their reader is slow
 */
const WRITE_BYTES = 4096;

/**
 * Bytes that may wait for a reader who does not take them; what comes then is lost, and counted.
 * @unit bytes
 * @against a stopped reader (a pager, a terminal on hold) for whom the log fills the memory
 * @provenBy ../log/log-buffer.spec.ts: loses lines rather than memory while nobody reads, and says how many
 */
const MAX_WAITING_BYTES = 8 * 1024 * 1024;

/**
 * How long the end of a thread may wait for a reader who takes nothing.
 * @unit ms
 * @against a server that does not end because nobody reads what it says
 * @provenBy ../../../testing/src/unread-output-suite.ts: ends in time while nobody reads %s
 */
const END_PATIENCE_MS = 1000;

/** Between two tries to write to a reader who is slow: the first, doubling up to the last. */
const RETRY_MS = { first: 1, last: 100 };

interface PatientOutputEvents {
  /** A line is lost: too much waits. */
  drop: [];
  /** Nothing waits any more. */
  drain: [];
  /** It could not be written (a full disk, a reader that has left). It waits, and is tried again. */
  error: [error: unknown];
}

/**
 * Writes lines to standard output or standard error and never waits for whoever reads them: a pipe that
 * nobody empties and a terminal that Ctrl-S has stopped hold a thread that writes, and with it a server
 * and all signals. What cannot be written waits and is tried again, now and then and with the next lines.
 */
export class PatientOutput extends EventEmitter<PatientOutputEvents> {
  readonly #descriptor: number;
  readonly #gatherBytes: number;
  readonly #gatherMs: number;
  #lines: string[] = [];
  /** Length of the lines that wait, in characters. */
  #length = 0;
  /** The lines that are being written, and how much of them has been. */
  #piece = Buffer.alloc(0);
  #written = 0;
  #timer: NodeJS.Timeout | undefined;
  #retryMs = RETRY_MS.first;
  /** Since when nobody has taken anything, on the clock of `performance`. */
  #stuckSince: number | undefined;
  /** Whether that was an error, and not a reader who is slow. */
  #failed = false;

  /**
   * @param descriptor of standard output or standard error
   * @param gather lines are written together: once there are so many bytes, or after so many milliseconds
   */
  constructor(descriptor: StandardDescriptor, gather = { bytes: 0, ms: 0 }) {
    super();
    this.on('error', () => undefined); // whom it matters to listens as well
    this.#descriptor = openWithoutWaiting(descriptor);
    this.#gatherBytes = gather.bytes;
    this.#gatherMs = gather.ms;
    process.once('exit', () => this.#end());
  }

  /** Whether something waits to be written. */
  get waiting(): boolean {
    return this.#length > 0 || this.#written < this.#piece.length;
  }

  /** @param line with its newline */
  write(line: string): void {
    if (this.#length + line.length > MAX_WAITING_BYTES) return void this.emit('drop');
    this.#lines.push(line);
    this.#length += line.length;
    if (this.#stuckSince === undefined && this.#length >= this.#gatherBytes) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), this.#gatherMs).unref();
  }

  /**
   * Writes what there is, as far as it is taken.
   * @param done told when that was tried
   */
  flush(done?: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waited = this.#stuckSince !== undefined;
    if (this.#writeAll()) {
      if (waited) this.emit('drain');
    } else {
      this.#timer = setTimeout(() => this.flush(), this.#retryMs).unref();
      this.#retryMs = Math.min(RETRY_MS.last, this.#retryMs * 2);
    }
    done?.();
  }

  /** @returns whether nothing waits any more */
  #writeAll(): boolean {
    try {
      while (this.#nextPiece()) {
        this.#written += writeSync(this.#descriptor, this.#piece, this.#written);
        this.#stuckSince = undefined;
        this.#retryMs = RETRY_MS.first;
      }
      this.#failed = false;
      return true;
    } catch (error) {
      this.#stuckSince ??= performance.now();
      this.#failed = codeOf(error) !== 'EAGAIN';
      if (this.#failed) {
        this.#repeatCutLine();
        this.emit('error', error);
      }
      return false;
    }
  }

  /** A full disk takes half a line. Others write behind it, so that its rest alone would be no line. */
  #repeatCutLine(): void {
    if (this.#written === 0 || !this.waiting) return;
    const start = this.#piece.lastIndexOf('\n', this.#written - 1) + 1;
    if (start === this.#written) return;
    this.#piece = Buffer.concat([Buffer.from('\n'), this.#piece.subarray(start)]);
    this.#written = 0;
  }

  /** @returns false when there is nothing to write */
  #nextPiece(): boolean {
    if (this.#written < this.#piece.length) return true;
    let count = 0;
    let length = 0;
    for (const line of this.#lines) {
      if (count > 0 && length + line.length > WRITE_BYTES) break;
      count += 1;
      length += line.length;
    }
    this.#piece = Buffer.from(this.#lines.splice(0, count).join(''));
    this.#written = 0;
    this.#length -= length;
    return count > 0;
  }

  /** The thread ends: a reader who is only slow is waited for. */
  #end(): void {
    const began = performance.now();
    const clock = new Int32Array(new SharedArrayBuffer(4));
    for (this.flush(); this.waiting && !this.#failed; this.flush()) {
      const now = performance.now();
      const stuckMs = now - (this.#stuckSince ?? now);
      if (Math.max(stuckMs, now - began) > END_PATIENCE_MS) return;
      Atomics.wait(clock, 0, 0, RETRY_MS.first);
    }
  }
}

/**
 * A terminal or a pipe is opened once more, so that not to wait (O_NONBLOCK) holds here and not for the
 * other programs that share it. A file takes everything at once. A descriptor without a path of its own
 * (a socket, or not on Linux) is used as it is, once Node has made it one that does not wait.
 */
function openWithoutWaiting(descriptor: StandardDescriptor): number {
  const { O_WRONLY, O_NONBLOCK, O_NOCTTY } = constants;
  try {
    if (fstatSync(descriptor).isFile()) return descriptor;
    return openSync(`/proc/self/fd/${descriptor}`, O_WRONLY | O_NONBLOCK | O_NOCTTY);
  } catch {
    if (isMainThread) void (descriptor === 1 ? process.stdout : process.stderr);
    return descriptor;
  }
}
