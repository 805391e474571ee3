import type { LoadGenerator } from '../load/load-generator.ts';
import type { Need } from '../peers/peer.ts';
import type { RunningServer } from '../running-server.ts';

/** What is measured, each with its unit. */
export const FIGURES = {
  throughput: { unit: '/s', what: 'operations a second' },
  wallSeconds: { unit: 's', what: 'from the first operation to the end of the last' },
  cpuMicros: { unit: 'µs', what: 'server CPU an operation' },
  p50: { unit: 'µs', what: 'latency, half are faster' },
  p99: { unit: 'µs', what: 'latency, 99 % are faster' },
  p999: { unit: 'µs', what: 'latency, 99.9 % are faster' },
  memoryMiB: { unit: 'MiB', what: 'memory of the server (PSS)' },
  userKiB: { unit: 'KiB', what: 'memory a registered user (PSS)' },
  connectionKiB: { unit: 'KiB', what: 'memory a connection (PSS)' },
  growth: { unit: '×', what: 'memory at the end beside that after a tenth' },
  serverCores: { unit: 'cores', what: 'CPU of the server' },
  loadCores: { unit: 'cores', what: 'CPU of the load generator' },
  loadShare: { unit: '%', what: 'its part of what it and the server used' },
  otherCores: { unit: 'cores', what: 'CPU of everything else on the machine' },
} as const;

export type FigureName = keyof typeof FIGURES;
export type Figures = Partial<Record<FigureName, number>>;

/** What a case measures with. */
export interface Measuring {
  readonly server: RunningServer;
  readonly load: LoadGenerator;
  /** Length of each measured stretch. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

export interface Case {
  readonly name: string;
  readonly what: string;
  readonly need: Need;
  /** The figure that its chart shows. */
  readonly main: FigureName;
  /** Measured once however many rounds there are, because it takes long. */
  readonly once?: boolean;
  /** Peers that take part, when not all do. */
  readonly peers?: readonly string[];
  /** Measures a server that was started for this and is stopped afterwards. */
  measure(measuring: Measuring): Promise<Figures>;
}
