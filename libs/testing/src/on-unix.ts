import { describe, it } from '@jest/globals';

const IS_WINDOWS = process.platform === 'win32';

/**
 * Tests of what Windows has not: signals, /proc, named pipes, modes of files. There they are skipped by
 * name. The Ctrl-C of a console would ask a server there to stop, but Node cannot send it to a program:
 * `kill` ends one at once, whichever signal is named.
 */
export const itOnUnix: typeof it.skip = IS_WINDOWS ? it.skip : it;

/** A suite of such tests. */
export const describeOnUnix: typeof describe.skip = IS_WINDOWS ? describe.skip : describe;
