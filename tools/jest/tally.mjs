import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What `npm test` runs; the long form of the stress suites is for itself. */
const KINDS = ['test', 'integration-test'];

const workspaceRoot = join(import.meta.dirname, '..', '..');

/**
 * Prints the sum of what the tally reporter left in every project, and the skipped tests by name.
 * @param otherFailures failures to add that no test counted
 * @returns the number of failed tests
 */
export function printTally(otherFailures = 0) {
  const total = { passed: 0, failed: otherFailures, skipped: [] };
  for (const { passed, failed, skipped } of tallies()) {
    total.passed += passed;
    total.failed += failed;
    total.skipped.push(...skipped);
  }
  for (const name of total.skipped) console.log(`skipped: ${name}`);
  const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed;
}

function projectsOf(folder) {
  return readdirSync(join(workspaceRoot, folder)).map((name) => join(workspaceRoot, folder, name));
}

function tallies() {
  return ['apps', 'libs', 'tools'].flatMap(projectsOf).flatMap(talliesOf);
}

/** So that a project which is no longer there, or has no tests any more, is not counted. */
export function forgetTallies() {
  for (const project of ['apps', 'libs', 'tools'].flatMap(projectsOf)) {
    for (const kind of KINDS) rmSync(tallyFile(project, kind), { force: true });
  }
}

function tallyFile(project, kind) {
  return join(project, 'test-output', 'tally', `${kind}.json`);
}

function talliesOf(project) {
  return KINDS.flatMap((kind) => {
    const file = tallyFile(project, kind);
    if (!existsSync(file)) return [];
    return [{ task: `${basename(project)}:${kind}`, ...JSON.parse(readFileSync(file, 'utf8')) }];
  });
}

/**
 * Prints how long each project's tests took, the longest first. Of a result from Nx's cache it is the time
 * of the run that made it.
 */
export function printTimes() {
  const bySeconds = tallies().toSorted((one, other) => other.seconds - one.seconds);
  for (const { task, seconds, passed, failed } of bySeconds) {
    const tests = String(passed + failed).padStart(5);
    console.log(`${seconds.toFixed(1).padStart(7)} s ${tests} tests  ${task}`);
  }
}
