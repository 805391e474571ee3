import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { describeWith } from '@praktikum/testing';

const SOURCE = join(import.meta.dirname, '..', 'src', 'load', 'c', 'tls.c');

/** A suite in which the load generator speaks TLS; skipped by name where it cannot. */
export function describeWithOpenSsl(name: string, suite: () => void): void {
  const { status } = spawnSync('cc', ['-fsyntax-only', SOURCE], { stdio: 'ignore' });
  if (status === 0) describeWith('openssl', name, suite);
  else describe.skip(`${name} (OpenSSL's headers are not installed)`, suite);
}
