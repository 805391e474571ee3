import { createHistogram, type Histogram } from 'node:perf_hooks';
import type { Endpoint } from '@praktikum/protocol';
import { lookUpAddresses } from '../look-up-addresses.ts';
import type { ClientTls } from '../tls/tls-arguments.ts';
import type { ClientRecord } from './client-record.ts';
import { runSwarmClient } from './swarm-client.ts';

export interface SwarmOptions {
  readonly endpoint: Endpoint;
  readonly clients: number;
  /** For each client. */
  readonly messages: number;
  readonly thinkMs: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** With it every client speaks TLS. */
  readonly tls?: ClientTls | undefined;
  readonly progressed: (progress: SwarmProgress) => void;
}

/** How many clients are how far. */
export interface SwarmProgress {
  readonly connected: number;
  readonly served: number;
  readonly finished: number;
  readonly failed: number;
}

export interface SwarmResult {
  readonly options: SwarmOptions;
  readonly records: readonly ClientRecord[];
  /** Of every message there and back, in microseconds. */
  readonly roundTrips: Histogram;
}

/**
 * Lets many clients talk to one server at the same time and waits for the last one.
 * @throws CodedError `ENOTFOUND`, `ETIMEDOUT` when the host's name cannot be looked up
 */
export async function runSwarm(options: SwarmOptions): Promise<SwarmResult> {
  const { endpoint, clients, timeoutMs, signal, progressed } = options;
  const addresses = await lookUpAddresses(endpoint, timeoutMs, signal);
  const roundTrips = createHistogram();
  const progress = { connected: 0, served: 0, finished: 0, failed: 0 };
  const began = performance.now();
  const now = () => performance.now() - began;
  const runOne = async (number: number) => {
    const record = await runSwarmClient({
      ...options,
      number,
      addresses,
      now,
      roundTrips,
      progressed: (phase) => {
        progress[phase] += 1;
        progressed(progress);
      },
    });
    progress[record.error === undefined ? 'finished' : 'failed'] += 1;
    progressed(progress);
    return record;
  };
  const numbers = Array.from({ length: clients }, (_, index) => index + 1);
  return { options, records: await Promise.all(numbers.map(runOne)), roundTrips };
}
