import type { Dialogue } from './dialogue.ts';

/** A server program, and what is said there. */
export interface ServerProgram {
  readonly dialogue: Dialogue;
  /** Whether it has workers that SIGHUP starts anew. */
  readonly reloads: boolean;
}
