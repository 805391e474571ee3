import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MODULE = new URL('./port-holder.ts', import.meta.url).href;

it('waits no longer for a command than its deadline', () => {
  const folder = mkdtempSync(join(tmpdir(), 'port-holder-'));
  writeFileSync(join(folder, 'lsof'), '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
  // In a process of its own: the path and the system are those of a Mac whose lsof hangs.
  const program = `
    import { findPortHolder } from '${MODULE}';
    Object.defineProperty(process, 'platform', { value: 'darwin' });
    const began = performance.now();
    const holder = await findPortHolder(12345);
    console.log(JSON.stringify([holder ?? null, performance.now() - began]));`;
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const args = ['--input-type=module', '-e', program];
  const { stdout } = spawnSync(process.execPath, args, { env });
  rmSync(folder, { recursive: true });
  const [holder, ms] = JSON.parse(stdout.toString()) as [null, number];
  expect(holder).toBeNull();
  expect(ms).toBeGreaterThan(2900);
  expect(ms).toBeLessThan(30_000);
});
