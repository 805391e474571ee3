import type { Entrance } from './accept/entrance.ts';
import type { WorkerLoad } from '../shared/messages.ts';
import type { PoolWorker } from './workers/pool-worker.ts';
import type { WorkerGroup } from './workers/worker-group.ts';
import type { WorkerSlot } from './workers/worker-slot.ts';

/** A pool in numbers. Counts are since its start. */
export interface SocketPoolStats {
  /** Clients accepted, refused ones included. */
  readonly accepted: number;
  /** Clients being served. */
  readonly active: number;
  /** Clients waiting for one of the served ones to leave. */
  readonly queued: number;
  readonly refused: number;
  /** Workers started in the place of failed ones. */
  readonly restarts: number;
  /** Threads that a reload has replaced and that have not ended yet. */
  readonly retired: number;
  readonly workers: readonly WorkerStats[];
}

/** How one worker is doing. */
export interface WorkerStats extends Traffic {
  /** 1 to the number of workers. */
  readonly worker: number;
  readonly state: 'starting' | 'ready' | 'exited';
  /** False while it is too busy, or too stuck, to answer. */
  readonly responsive: boolean;
  readonly connections: number;
  /** Share of the last heartbeat interval in which its event loop was busy, 0 to 1. */
  readonly utilization: number;
  readonly loopDelayMs: WorkerLoad['loopDelayMs'];
}

/** What has passed through one worker, and through those whose number it took over. */
export interface Traffic extends Omit<WorkerLoad, 'loopDelayMs'> {
  /** Connections it was given or has accepted. */
  readonly served: number;
}

export const NO_TRAFFIC: Traffic = {
  served: 0,
  bytesRead: 0,
  bytesWritten: 0,
  handshakes: 0,
  handshakeFailures: 0,
};

const NO_DELAY = { mean: 0, p99: 0, max: 0 };

export function poolStats(entrance: Entrance, group: WorkerGroup): SocketPoolStats {
  const { accepted, refused, admission } = entrance;
  return {
    accepted,
    active: admission.active,
    queued: admission.queued,
    refused,
    restarts: sumOf(group.slots.map(({ restarts }) => restarts)),
    retired: sumOf(group.slots.map(({ retired }) => retired.length)),
    workers: group.slots.map(workerStats),
  };
}

function workerStats({ worker: thread, traffic }: WorkerSlot): WorkerStats {
  const { number: worker, state, responsive, connections, activity } = thread;
  const { utilization, load } = activity;
  const loopDelayMs = load?.loopDelayMs ?? NO_DELAY;
  return { worker, state, responsive, connections, utilization, loopDelayMs, ...traffic };
}

/** What has passed through one thread. */
export function trafficOf({ served, activity }: PoolWorker): Traffic {
  return { ...NO_TRAFFIC, ...activity.load, served };
}

/** Sums up what several threads say of themselves. */
export function addTraffic(one: Traffic, other: Traffic): Traffic {
  return {
    served: one.served + other.served,
    bytesRead: one.bytesRead + other.bytesRead,
    bytesWritten: one.bytesWritten + other.bytesWritten,
    handshakes: one.handshakes + other.handshakes,
    handshakeFailures: one.handshakeFailures + other.handshakeFailures,
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
