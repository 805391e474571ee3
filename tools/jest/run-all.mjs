import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { forgetTallies, printTally, printTimes } from './tally.mjs';

/** Tests wait for their programs half of the time: two more than there are cores keep these at work. */
const PARALLEL = `--parallel=${availableParallelism() + 2}`;

const HELP = `npm test
    semua pengujian
    every test
npm test -- -p threaded-server
    pengujian satu proyek
    the tests of one project
npm test -- --skip-nx-cache
    semua pengujian, juga yang hasilnya sudah ada dan sumbernya tidak berubah
    every test, also where there is a result and its sources have not changed
npx nx run threaded-server:integration-test -- -t abuse
    pengujian yang namanya memuat kata itu
    the tests with that word in their names

Pilihan lain: npx nx run-many --help
Other options: npx nx run-many --help`;

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  console.log(HELP);
} else {
  process.exitCode = runAll();
}

/** `npm test`: every unit and integration test of the workspace, then the sum of their counts. */
function runAll() {
  forgetTallies(); // Nx brings those back whose results it takes from its cache
  const nx = fileURLToPath(import.meta.resolve('nx/bin/nx.js'));
  const command = [nx, 'run-many', '-t', 'test', 'integration-test', PARALLEL, ...args];
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  printTimes();
  const failed = printTally();
  return status === 0 && failed === 0 ? 0 : 1;
}
