import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Jest reporter: leaves the counts of one run, and how long it took, in `test-output/tally/<config>.json` of its project,
 * so that they survive Nx's cache and can be added up over all projects.
 */
export default class TallyReporter {
  constructor(globalConfig) {
    this.globalConfig = globalConfig;
  }

  onRunComplete(_contexts, results) {
    const { rootDir } = this.globalConfig;
    const suites = results.testResults.flatMap((suite) => suite.testResults);
    const skipped = suites.filter(({ status }) => status === 'pending' || status === 'todo');
    const kind = rootDir === process.cwd() ? (process.env.TALLY_KIND ?? 'test') : 'test';
    const folder = join(rootDir, 'test-output', 'tally');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `${kind}.json`),
      JSON.stringify({
        seconds: (Date.now() - results.startTime) / 1000,
        passed: results.numPassedTests,
        failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
        skipped: skipped.map(({ fullName }) => fullName),
      }),
    );
  }
}
