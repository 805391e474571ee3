import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { itOnUnix } from '@praktikum/testing';
import { thisMachine, versionOf } from './this-machine.ts';

const folder = mkdtempSync(join(tmpdir(), 'tool-'));
afterAll(() => rmSync(folder, { recursive: true }));

function tool(script: string): string {
  const path = join(folder, 'tool');
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

it('reads what a report says of a machine', () => {
  const machine = thisMachine();
  expect(machine).toMatchObject({ host: hostname(), node: process.versions.node });
  expect(machine.software).toMatch(/^\d+\.\d+\.\d+$/);
  expect(machine.system.length).toBeGreaterThan(3);
  expect(machine.cores).toBeGreaterThan(0);
});

itOnUnix('takes the first line of what a tool says', () => {
  expect(versionOf(tool('echo "Dumpcap 4.0"; echo more'))).toBe('Dumpcap 4.0');
  expect(versionOf(tool('echo "tcpdump 4.99" >&2; exit 1'))).toBe('tcpdump 4.99');
  expect(versionOf(tool('exit 0'))).toBeUndefined();
  expect(versionOf(join(folder, 'none'))).toBeUndefined();
});

itOnUnix('does not wait for a tool that says nothing', () => {
  expect(versionOf(tool('exec sleep 600'))).toBeUndefined();
  expect(versionOf(tool('trap "" TERM INT; while :; do sleep 0.1; done'))).toBeUndefined();
});
