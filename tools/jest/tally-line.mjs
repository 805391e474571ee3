import { printTally } from './tally.mjs';

/** The gate's closing line; the argument is how many of its other steps failed. */
printTally(Number(process.argv[2] ?? 0));
