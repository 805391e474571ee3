import type { Endpoint } from '@praktikum/protocol';
import type { Exhibit, Finding, Missing } from '../evidence/evidence.ts';
import type { Workbench } from '../runs/workbench.ts';
import type { Words } from '../words.ts';

/** What somebody wants of the experiments. */
export interface Wishes {
  /** A server on another machine, to be used in place of those that are started here. */
  readonly server?: Endpoint | undefined;
  /** The student's own server. */
  readonly target?: Endpoint | undefined;
}

/** What an experiment has observed. */
export interface Observations {
  readonly mechanism: Words;
  readonly findings: readonly Finding[];
  readonly exhibits: readonly Exhibit[];
  /** What could not be observed; nothing, where all could. */
  readonly missing: readonly Missing[];
  /** Whether nothing came about of what was to be observed: `missing` says why. Default: false. */
  readonly hasFailed?: boolean;
}

/** One step of the practicum. */
export interface Experiment {
  readonly number: number;
  /** `1-handshake` */
  readonly folder: string;
  readonly title: Words;
  /**
   * Why it cannot be made with these wishes; undefined: it can.
   */
  readonly impossible?: (wishes: Wishes) => Missing | undefined;
  /** The server that is used, where one was named. */
  readonly serverOf: (wishes: Wishes) => Endpoint | undefined;
  run(bench: Workbench, wishes: Wishes): Promise<Observations>;
}
