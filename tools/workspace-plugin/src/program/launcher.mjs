import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Starts the keeper and ends, which makes the keeper nobody's descendant. Arguments: the program's. */
const keeper = join(import.meta.dirname, 'keeper.mjs');
spawn(process.execPath, [keeper, ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 3],
}).unref();
