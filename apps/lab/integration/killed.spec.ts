import { readdirSync, readlinkSync, existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { LabFolder, WITHOUT_TOOLS } from './lab-run.ts';

/** How often is looked whether all have ended. */
const LOOK_MS = 50;

/** Processes that work in a folder, or in one that was there. A port that listens is one of a process. */
function processesIn(folder: string): string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
      } catch {
        return false; // it has ended meanwhile, or is somebody else's
      }
    });
}

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await delay(LOOK_MS);
}

const suite = existsSync('/proc/self/cwd') ? describe : describe.skip;
suite('a practicum that is killed (needs /proc)', () => {
  const lab = new LabFolder();

  it.each([1, 2, 4])(
    'leaves no process in experiment %i, and the next one finishes',
    async (number) => {
      const only = ['--only', String(number)];
      const running = lab.start(only, { env: WITHOUT_TOOLS });
      const results = lab.file('hasil');
      // A server and whatever speaks to it: the experiment is in its middle.
      await until(() => processesIn(results).length >= 2 || running.process.exitCode !== null);
      const begun = readdirSync(results).find((name) => name.startsWith(`.${number}-`));
      expect(begun).toBeDefined();
      running.kill('SIGKILL');
      await running.toEnd();
      await until(() => processesIn(results).length === 0);

      const { code } = await lab.run(only, { env: WITHOUT_TOOLS });
      expect(code).toBe(0);
      expect(readdirSync(results).filter((name) => name.startsWith('.'))).toEqual([]);
    },
  );
});
