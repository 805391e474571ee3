import { expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const MODULE = join(import.meta.dirname, 'heap-hold.ts');

/** Bytes of the young generation of a process that has read so much, and then kept much for a while. */
function youngGeneration(read: number): number {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { HeapHold } from ${JSON.stringify(MODULE)};
    const heap = new HeapHold();
    for (let part = 0; part < 4; part += 1) heap.read(${read / 4});
    const kept = [];
    for (let at = 0; at < 3_000_000; at += 1) kept[at % 100_000] = { at };
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    console.log(young.space_size);`;
  // How far it may grow depends on the memory of the machine.
  const options = ['--max-semi-space-size=16', '--no-warnings', '--input-type=module'];
  return Number(execFileSync(process.execPath, [...options, '--eval', program], { env: {} }));
}

it('keeps the young generation small once a capture is large', () => {
  const free = youngGeneration(1_000_000);
  expect(free).toBeGreaterThan(15_000_000);
  expect(youngGeneration(4_000_000)).toBeLessThan(free / 4);
});
