import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm test` runs; the long form of the stress suites is for itself. */
const KINDS = ['test', 'integration-test'];

const workspaceRoot = join(import.meta.dirname, '..', '..');

/**
 * Adds up what the tally reporter left in every project and prints it, the skipped tests by name.
 * @param otherFailures failures to add that no test counted
 * @returns the number of failed tests
 */
export function printTally(otherFailures = 0) {
  const files = ['apps', 'libs', 'tools'].flatMap(projectsOf).flatMap(tallyFilesOf);
  const total = { passed: 0, failed: otherFailures, skipped: [] };
  for (const file of files) {
    const { passed, failed, skipped } = JSON.parse(readFileSync(file, 'utf8'));
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

function tallyFilesOf(project) {
  const folder = join(project, 'test-output', 'tally');
  return KINDS.map((kind) => join(folder, `${kind}.json`)).filter((file) => existsSync(file));
}
