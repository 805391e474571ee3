import type { Case } from '../cases/case.ts';
import type { RequiredRatio } from '../ratios.ts';

/** What a report is about. */
export interface Subject {
  /** Our server, which has ratios to keep. */
  readonly server: string;
  /** What the names of its files begin with; the time of the run follows. */
  readonly prefix: string;
  /** In the order in which the report shows them. */
  readonly cases: readonly Case[];
  readonly ratios: readonly RequiredRatio[];
}
