import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';

/**
 * A suite that needs a program which may be missing here. Without it the suite is skipped, and its
 * name says what was missing, so that the sum at the end of a run shows it.
 */
export function describeWith(tool: string, name: string, suite: () => void): void {
  const { error } = spawnSync(tool, ['--help'], { stdio: 'ignore' });
  if (error === undefined) describe(name, suite);
  else describe.skip(`${name} (${tool} is not installed)`, suite);
}

/**
 * What a full disk answers (ENOSPC), as a device. Linux and FreeBSD have it.
 */
export const FULL_DISK = '/dev/full';

/** A suite that writes to a full disk; skipped by name where the system has none to offer. */
export function describeWithFullDisk(name: string, suite: () => void): void {
  if (existsSync(FULL_DISK)) describe(name, suite);
  else describe.skip(`${name} (there is no ${FULL_DISK})`, suite);
}

/**
 * A suite that fills a disk with room for this many KiB; skipped by name where none may be mounted.
 * @param suite told the folder of the disk
 */
export function describeWithSmallDisk(
  name: string,
  kib: number,
  suite: (folder: string) => void,
): void {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  const disk = ['-t', 'tmpfs', '-o', `size=${kib}k`, 'none', folder];
  const { status } = spawnSync('mount', disk, { stdio: 'ignore' });
  const remove = () => {
    if (status === 0) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  if (status === 0) {
    describe(name, () => {
      afterAll(remove);
      suite(folder);
    });
  } else {
    remove();
    describe.skip(`${name} (no disk may be mounted here)`, () => suite(folder));
  }
}
