/** What is wrong with a filter; stable, so that programs may put it into their reader's language. */
export type FilterProblem =
  /** Nothing was written. */
  | 'empty'
  /** A word or sign that cannot stand at this place. */
  | 'unexpected'
  /** The filter ends where something more is needed. */
  | 'incomplete'
  /** A name that is no field known here. */
  | 'unknown-field'
  /** A value that does not fit the field. */
  | 'bad-value'
  /** An operator that the field's kind does not know, such as `ip.addr contains`. */
  | 'bad-operator'
  /** A part of Wireshark's language that is not known here, such as `tcp[0:2]` or `len(…)`. */
  | 'unsupported'
  /** A backslash before a character that means nothing behind one. */
  | 'bad-escape'
  /** A quotation mark that is never closed. */
  | 'open-string'
  /** Parentheses or `not` in one another, too deep. */
  | 'too-deep'
  /** More words and signs than are read. */
  | 'too-long'
  /** A capture filter (`port 12345`), which has another language; see `translation`. */
  | 'capture-filter';

/** A display filter that cannot be used, with the place of what is wrong. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
  readonly problem: FilterProblem;
  /** First character that is wrong, from 0. */
  readonly position: number;
  /** What is written there; empty at the end. */
  readonly found: string;
  /** What would fit: fields with a similar name, kinds of values; or the display filter meant. */
  readonly suggestion: string;

  constructor(
    problem: FilterProblem,
    { position = 0, found = '', suggestion = '' }: Partial<FilterErrorFacts> = {},
  ) {
    super(`display filter: ${problem} at ${position}: ${found}`);
    this.problem = problem;
    this.position = position;
    this.found = found;
    this.suggestion = suggestion;
  }
}

interface FilterErrorFacts {
  readonly position: number;
  readonly found: string;
  readonly suggestion: string;
}
