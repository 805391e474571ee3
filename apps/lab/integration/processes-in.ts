import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** How often is looked, in milliseconds. */
const LOOK_MS = 20;

/** Other processes that work in a folder, or were told of it: proc_pid_cwd(5), proc_pid_cmdline(5). */
export function processesIn(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || pid === String(process.pid)) return false;
    try {
      const told = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder) || told.includes(folder);
    } catch {
      return false; // it has ended meanwhile, or is somebody else's
    }
  });
}

/** Nothing tells of what another process does with its files and its children. */
export async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await delay(LOOK_MS);
}
