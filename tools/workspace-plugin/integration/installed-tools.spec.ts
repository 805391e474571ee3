import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itOnUnix } from '@praktikum/testing';

const SCRIPT = join(import.meta.dirname, '..', '..', 'jest', 'installed-tools.mjs');
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tools-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is said of a tool where nothing but this folder is on the path. */
function said(tool: string, path = folder): string | undefined {
  const { stdout } = spawnSync(process.execPath, [SCRIPT], {
    env: { PATH: path },
    encoding: 'utf8',
  });
  return stdout.split('\n').find((line) => line.startsWith(`${tool}: `));
}

itOnUnix('tells a tool that is there, and each version of it, without running it', () => {
  expect(said('tshark')).toBe('tshark: not installed');
  const [file, ran] = ['tshark-4', 'ran'].map((name) => join(folder, name));
  const install = (version: string, mode = 0o755) => {
    rmSync(file!, { force: true });
    writeFileSync(file!, `#!/bin/sh\n# ${version}\n: > '${ran}'\n`, { mode });
    utimesSync(file!, 1_000_000_000, 1_000_000_000);
    return said('tshark');
  };
  symlinkSync(file!, join(folder, 'tshark'));
  expect(said('tshark')).toBe('tshark: not installed'); // a link to nothing
  expect(install('4.0', 0o644)).toBe('tshark: not installed');
  const first = install('4.0');
  expect(first).toContain('tshark-4, ');
  expect(install('4.0')).toBe(first);
  expect(install('4.0.17')).not.toBe(first);
  install('4.0');
  utimesSync(file!, 2_000_000_000, 2_000_000_000);
  expect(said('tshark')).not.toBe(first);
  expect(existsSync(ran!)).toBe(false);
});

itOnUnix('asks a shim, which is the same for every version', () => {
  const shims = join(folder, 'shims');
  mkdirSync(shims);
  const version = join(folder, 'version');
  writeFileSync(join(shims, 'python3'), `#!/bin/sh\nread v < '${version}'; echo "$v"\n`, {
    mode: 0o755,
  });
  for (const python of ['Python 3.11', 'Python 3.13']) {
    writeFileSync(version, `${python}\n`);
    expect(said('python3', shims)).toMatch(new RegExp(`, ${python}$`));
  }
});
