/** When a recording is to end by itself; times in milliseconds. */
interface StopConditions {
  /** After this much silence, counted from the first packet; undefined: silence does not matter. */
  readonly untilIdleMs: number | undefined;
  /** After this much silence, counted from the end of the program that ran during the capture. */
  readonly settleMs: number;
}

/** dumpcap passes packets on up to 130 ms late; a close may take a moment more. */
export const SETTLE_MS = 700;

/** Watches a recording and says when it is to end. */
export class StopWatch {
  readonly stopped: Promise<void>;
  readonly #conditions: StopConditions;
  readonly #timers = new Map<'for' | 'idle', NodeJS.Timeout>();
  #stop!: () => void;
  #finished = false;

  constructor(conditions: StopConditions, signal: AbortSignal) {
    this.#conditions = conditions;
    this.stopped = new Promise((resolve) => (this.#stop = resolve));
    if (signal.aborted) this.#stop();
    else signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /** Ends it after a time, in milliseconds from now. */
  stopAfter(ms: number): void {
    this.#set('for', ms);
  }

  /** A packet has come. */
  received(): void {
    const { untilIdleMs, settleMs } = this.#conditions;
    const silence = this.#finished ? settleMs : untilIdleMs;
    if (silence !== undefined) this.#set('idle', silence);
  }

  /** The program that ran during the capture has ended: its last packets may still be on their way. */
  finished(): void {
    this.#finished = true;
    this.received();
  }

  /** Forgets all timers. */
  release(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#stop();
  }

  #set(name: 'for' | 'idle', ms: number): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => this.#stop(), ms),
    );
  }
}
