import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { WorkerLoad } from '../shared/messages.ts';
import type { ListenerConnections } from './listener-connections.ts';

/** Milliseconds between two readings of the event loop. */
const RESOLUTION_MS = 20;

/** Measures what a worker does, from one question of the heartbeat to the next. */
export class LoadMeter {
  readonly #connections: ListenerConnections;
  readonly #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  constructor(connections: ListenerConnections) {
    this.#connections = connections;
    this.#delay.enable();
  }

  read(): WorkerLoad {
    const { mean, max } = this.#delay;
    const p99 = this.#delay.percentile(99);
    this.#delay.reset();
    return {
      ...this.#connections.traffic(),
      loopDelayMs: { mean: beyondDue(mean), p99: beyondDue(p99), max: beyondDue(max) },
    };
  }
}

/** Node's histogram holds whole intervals, in nanoseconds; without a sample its mean is NaN. */
function beyondDue(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS) || 0;
}
