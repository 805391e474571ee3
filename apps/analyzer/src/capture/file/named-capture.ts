/** A capture that is read, and what it is called. */
export interface NamedCapture {
  /** Where it is; a file that is removed at the end where nobody has asked to keep it. */
  readonly file: string;
  /** The path that was given, or what is recorded: `lo`, `standard input`. */
  readonly name: string;
}
