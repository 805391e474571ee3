import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Connections that leave enough behind to be worth a collection.
 * @unit connections
 * @protects idle threads from a pause for nothing
 * @provenBy ./idle-collector.spec.ts: leaves a thread alone that has had few connections
 */
export const LEAST_COLLECTED_CONNECTIONS = 256;

/**
 * The largest heap that is collected, without what connections are expected to have left: about 50 ms.
 * @unit bytes
 * @protects a service with much data of its own from a long pause
 * @provenBy ./idle-collector.spec.ts: leaves a large heap alone
 */
export const MAX_COLLECTED_HEAP_BYTES = 64 * 1024 * 1024;

/** What a connection leaves behind, roughly, in bytes; it takes no time to collect. */
export const LEFT_BY_CONNECTION_BYTES = 8 * 1024;

/** Share of time in which a thread may have been busy to count as idle. */
const IDLE_UTILIZATION = 0.05;

/** What a collector asks its thread. */
export interface CollectedThread {
  heapBytes(): number;
  utilization(before?: EventLoopUtilization): EventLoopUtilization;
  collect(): void;
}

/**
 * Frees what connections have left behind, when the thread has nothing else to do. V8 collects when it
 * needs the room, and so lets the heap of each thread grow to what its busiest moment would have liked:
 * after 4,000 hand-overs 10 KB for each, of which 2 are in use.
 */
export class IdleCollector {
  readonly #thread: CollectedThread;
  #before: EventLoopUtilization;
  #connections = 0;

  constructor(thread: CollectedThread = THIS_THREAD) {
    this.#thread = thread;
    this.#before = thread.utilization();
  }

  /** A connection has come. */
  count(): void {
    this.#connections += 1;
  }

  /** To be called at intervals, of about a second. Collects when the last one was idle. */
  look(): void {
    const { utilization } = this.#thread.utilization(this.#before);
    this.#before = this.#thread.utilization();
    if (this.#connections < LEAST_COLLECTED_CONNECTIONS || utilization > IDLE_UTILIZATION) return;
    const kept = this.#thread.heapBytes() - this.#connections * LEFT_BY_CONNECTION_BYTES;
    this.#connections = 0;
    if (kept <= MAX_COLLECTED_HEAP_BYTES) this.#thread.collect();
  }
}

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

let collect: Collect | undefined;

/** The thread that asks for it. */
export const THIS_THREAD: CollectedThread = {
  heapBytes: () => getHeapStatistics().used_heap_size,
  utilization: (before) =>
    before ? performance.eventLoopUtilization(before) : performance.eventLoopUtilization(),
  collect() {
    collect ??= exposedCollector();
    // The last resort also gives the room of the young generation back, which grew with the crowd.
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  },
};

/** V8's own function, of a context that was made while `--expose-gc` held (v8.setFlagsFromString). */
function exposedCollector(): Collect {
  setFlagsFromString('--expose-gc');
  const exposed = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  return exposed;
}
