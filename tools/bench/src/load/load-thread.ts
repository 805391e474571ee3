import type { LoadOptions, LoadResult } from './load-run.ts';
import { Histogram } from './histogram.ts';
import { LoadConnection } from './load-connection.ts';

export type LoadSettings = Required<Omit<LoadOptions, 'threads'>> & { readonly host: string };

/** Connections under way at a time: a short listen queue is not overrun. */
const MAX_OPENING = 32;
/** How long the answers that are still out may take after the measured time. */
const DRAIN_MS = 3000;

/** What the threads of the C program do, on the event loop of Node. */
export class LoadThread {
  readonly #settings: LoadSettings;
  readonly #message: Buffer;
  readonly #latency = new Histogram();
  #connections: LoadConnection[] = [];
  #allowed: number;
  #busy = 0;
  #stopping = false;
  #deadline = Infinity;
  #operations = 0;
  #counted = 0;
  #errors = 0;
  #error = '';
  #drained: (() => void) | undefined;

  constructor(settings: LoadSettings) {
    this.#settings = settings;
    this.#message = Buffer.alloc(settings.size, 'abcdefghijklmnopqrstuvwxyz');
    this.#allowed = settings.operations;
  }

  /** @returns how many connections stand; with `short` none are opened before they are needed */
  async open(): Promise<number> {
    const { mode, connections } = this.#settings;
    if (mode === 'short') return 0;
    while (this.#connections.length < connections && this.#errors === 0) {
      const count = Math.min(MAX_OPENING, connections - this.#connections.length);
      const opened = await Promise.allSettled(
        Array.from({ length: count }, () => LoadConnection.open(this.#settings)),
      );
      for (const result of opened) {
        if (result.status === 'fulfilled') this.#connections.push(result.value);
        else this.#failed(result.reason);
      }
    }
    return this.#connections.length;
  }

  async run(): Promise<LoadResult> {
    const { mode, seconds } = this.#settings;
    const cpu = process.cpuUsage();
    const startedAt = performance.now();
    this.#deadline = startedAt + seconds * 1000;
    if (mode === 'fixed') await this.#runFixed(startedAt);
    else await this.#runClosed();
    const elapsed = (performance.now() - startedAt) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    return this.#result(elapsed, (user + system) / 1e6);
  }

  #result(elapsed: number, cpuSeconds: number): LoadResult {
    const micros = (part: number) => this.#latency.quantile(part) / 1000;
    return {
      operations: this.#operations,
      counted: this.#counted,
      seconds: Math.min(elapsed, this.#settings.seconds),
      elapsed,
      errors: this.#errors,
      error: this.#error,
      cpuSeconds,
      latencyMicros: {
        p50: micros(0.5),
        p99: micros(0.99),
        p999: micros(0.999),
        max: this.#latency.max / 1000,
      },
    };
  }

  async #runClosed(): Promise<void> {
    const { mode, connections } = this.#settings;
    const timer = setTimeout(() => (this.#stopping = true), this.#deadline - performance.now());
    const slots =
      mode === 'short'
        ? Array.from({ length: connections }, () => this.#shortLoop())
        : this.#connections.map((connection) => this.#closedLoop(connection));
    const rest = new Promise((resolve) =>
      setTimeout(resolve, this.#deadline - performance.now() + DRAIN_MS).unref(),
    );
    await Promise.race([Promise.all(slots), rest]);
    clearTimeout(timer);
  }

  async #closedLoop(connection: LoadConnection): Promise<void> {
    while (this.#mayBegin()) {
      const begun = performance.now();
      if (!(await this.#attempt(connection.ask(this.#message), begun))) return;
    }
  }

  async #shortLoop(): Promise<void> {
    while (this.#mayBegin()) {
      const begun = performance.now();
      await this.#attempt(LoadConnection.short(this.#settings, this.#message), begun);
    }
  }

  #mayBegin(): boolean {
    if (this.#stopping || this.#allowed <= 0 || this.#errors >= 1000) return false;
    this.#allowed -= 1;
    return true;
  }

  /** Every connection has a timetable of its own; late messages keep the time they were due at. */
  async #runFixed(startedAt: number): Promise<void> {
    const { rate } = this.#settings;
    const step = 1000 / rate;
    const count = this.#connections.length;
    const last = Math.round(this.#settings.seconds * rate);
    const queues = this.#connections.map(() => Promise.resolve());
    for (let next = 0; next < last;) {
      const now = performance.now();
      for (; next < last && startedAt + next * step <= now; next++) {
        const due = startedAt + next * step;
        const at = next % count;
        const connection = this.#connections[at]!;
        queues[at] = queues[at]!.then(() => this.#ask(connection, due));
        this.#busy += 1;
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await this.#drain();
  }

  async #ask(connection: LoadConnection, due: number): Promise<void> {
    await this.#attempt(connection.ask(this.#message), due);
    this.#busy -= 1;
    if (this.#busy === 0) this.#drained?.();
  }

  #drain(): Promise<void> {
    if (this.#busy === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#drained = resolve;
      setTimeout(resolve, DRAIN_MS).unref();
    });
  }

  async #attempt(operation: Promise<void>, begun: number): Promise<boolean> {
    try {
      await operation;
    } catch (error) {
      this.#failed(error);
      return false;
    }
    const now = performance.now();
    this.#latency.record((now - begun) * 1e6);
    this.#operations += 1;
    if (now <= this.#deadline) this.#counted += 1;
    return true;
  }

  #failed(error: unknown): void {
    this.#errors += 1;
    if (this.#error === '') this.#error = error instanceof Error ? error.message : String(error);
  }
}
