import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { describeServerProgram, describeWith, runCommand } from '@praktikum/testing';

describeServerProgram('threaded-server', { reloads: true });

const BUNDLE = join(import.meta.dirname, '..', 'dist', 'main.js');

describeWith('bash', 'with too few descriptors for its workers', () => {
  // Node itself needs 24; above that the workers fail, each limit in another way.
  it.each([26, 30, 32])('says so, and how to raise the limit (%i)', async (limit) => {
    const command = `ulimit -n ${limit} && exec "${process.execPath}" "${BUNDLE}" 127.0.0.1 0 --workers 2`;
    const { code, stderr } = await runCommand('bash', ['-c', command]);
    expect(stderr).toMatch(/ulimit -n 65536\n\(EMFILE, status keluar 11\)\n$/);
    expect(code).toBe(11);
  });
});
