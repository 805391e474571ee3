import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MODULE = new URL('./firewalls.ts', import.meta.url).href;

it('waits no longer for a command than its deadline', () => {
  const folder = mkdtempSync(join(tmpdir(), 'firewalls-'));
  writeFileSync(join(folder, 'nft'), '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
  // In a process of its own, on whose path nft hangs.
  const program = `
    import { FIREWALLS } from '${MODULE}';
    const nftables = FIREWALLS.linux.find(({ name }) => name === 'nftables');
    const began = performance.now();
    const state = await nftables.state();
    console.log(JSON.stringify([state, performance.now() - began]));`;
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const args = ['--input-type=module', '-e', program];
  const { stdout } = spawnSync(process.execPath, args, { env });
  rmSync(folder, { recursive: true });
  const [state, ms] = JSON.parse(stdout.toString()) as [string, number];
  expect(state).toBe('unreadable');
  expect(ms).toBeGreaterThan(2900);
  expect(ms).toBeLessThan(30_000);
});
