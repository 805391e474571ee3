/** A bound of the workspace, as its declaration says it. */
export interface Limit {
  /** `maxQueued`, `MAX_WORKERS`. */
  readonly name: string;
  /** Where it is declared, relative to the workspace: `libs/socket-pool/src/limits.ts`. */
  readonly file: string;
  /** What it bounds: the docstring. */
  readonly what: string;
  readonly value: LimitValue;
  /** `@unit`. */
  readonly unit: string;
  /** `@against`: what happens without it. */
  readonly against: string;
  /** `@provenBy`, at least one. */
  readonly tests: readonly ProvingTest[];
}

/** Numbers that stand in the code. A bound that the user always chooses has no default. */
export interface LimitValue {
  readonly default?: number;
  readonly min?: number;
  readonly max?: number;
}

export interface ProvingTest {
  /** Relative to the workspace. */
  readonly file: string;
  /** As it stands in the file, placeholders of `it.each` included. */
  readonly title: string;
}
