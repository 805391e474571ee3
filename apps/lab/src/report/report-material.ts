import type { Block } from '@praktikum/document';
import type { Language } from '@praktikum/service';
import type { Evidence } from '../evidence/evidence.ts';
import type { Answers } from './answers/read-answers.ts';
import type { ReportDetails } from './details/details.ts';

/** All that a report is made of. */
export interface ReportMaterial {
  readonly language: Language;
  readonly details: Partial<ReportDetails>;
  readonly answers: Answers;
  readonly evidence: Evidence;
  /** The exhibits of all experiments, by their ids: gaps where their files cannot be shown. */
  readonly exhibits: ReadonlyMap<string, Block>;
  /** Files of evidence that are not as they were. */
  readonly changed: readonly string[];
  /** The machine on which the report is written. */
  readonly host: string;
}
