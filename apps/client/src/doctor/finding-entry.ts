import type { ErrorDetails } from '@praktikum/protocol';
import type { Catalogue } from '@praktikum/service';
import type { Status } from './check.ts';

/** @param ms the time that the details name, as the language writes it */
export type SayFinding = (details: ErrorDetails, ms: string) => string;

/** Something that the doctor can find: how much it weighs, and in which words it is said. */
export interface FindingEntry extends Catalogue<SayFinding> {
  readonly status: Status;
  /** What one can do about it. */
  readonly remedies?: Catalogue<readonly string[]>;
}
