import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { forgetTallies, printTally, printTimes } from './tally.mjs';

/** Tests wait for their programs half of the time: two more than there are cores keep these at work. */
const parallel = `--parallel=${availableParallelism() + 2}`;

/** `npm test`: every unit and integration test of the workspace, then the sum of their counts. */
forgetTallies(); // Nx brings those back whose results it takes from its cache
const nx = spawnSync(
  'npx',
  ['nx', 'run-many', '-t', 'test', 'integration-test', parallel, ...process.argv.slice(2)],
  { stdio: 'inherit', shell: process.platform === 'win32' },
);
printTimes();
const failed = printTally();
process.exit(nx.status === 0 && failed === 0 ? 0 : 1);
