import type { BenchResult } from '../bench.ts';
import type { Machine } from './machine.ts';

/** A run as it is written to its JSON file. */
export interface Report extends BenchResult {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly machine: Machine;
  readonly settings: Readonly<Record<string, string | number>>;
}
