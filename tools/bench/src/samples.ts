import type { FigureName, Figures } from './cases/case.ts';

export type Logging = 'off' | 'on';

/** One measurement of one peer. */
export interface Sample {
  readonly peer: string;
  readonly case: string;
  readonly logging: Logging;
  /** Counted from 1. */
  readonly round: number;
  readonly figures: Figures;
}

/** A combination that was left out, or failed. */
export interface LeftOut {
  readonly peer: string;
  readonly case?: string;
  readonly logging?: Logging;
  readonly why: string;
}

/** Where a figure is found among the samples. */
export interface FigureKey {
  readonly peer: string;
  readonly case: string;
  readonly logging: Logging;
  readonly figure: FigureName;
}

/** The values of a figure by round. */
export function valuesOf(samples: readonly Sample[], key: FigureKey): Map<number, number> {
  const values = new Map<number, number>();
  for (const sample of samples) {
    const value = sample.figures[key.figure];
    const matches =
      sample.peer === key.peer && sample.case === key.case && sample.logging === key.logging;
    if (matches && value !== undefined) values.set(sample.round, value);
  }
  return values;
}
