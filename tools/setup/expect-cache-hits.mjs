import { readFileSync } from 'node:fs';

/** Fails when the last `nx run-many` had to run a task: some task's inputs or outputs are wrong. */
const { tasks } = JSON.parse(readFileSync('.nx/cache/run.json', 'utf8'));
const missed = tasks.filter(({ cacheStatus }) => cacheStatus === 'cache-miss');
for (const { taskId } of missed) console.log(`not answered from the cache: ${taskId}`);
console.log(`${tasks.length - missed.length} of ${tasks.length} tasks answered from the cache`);
process.exit(missed.length === 0 ? 0 : 1);
