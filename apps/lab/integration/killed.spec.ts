import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type StartedServer } from '@praktikum/peers';
import { LabFolder, WITHOUT_TOOLS } from './lab-run.ts';
import { processesIn, until } from './processes-in.ts';

const suite = existsSync('/proc/self/cwd') ? describe : describe.skip;
suite('a practicum that is killed (needs /proc)', () => {
  const lab = new LabFolder();

  let target: StartedServer;
  beforeAll(async () => {
    target = await startServer('threaded-server');
  });
  afterAll(() => target.stop('SIGKILL'));

  it.each([1, 2, 4, 5])(
    'leaves no process in experiment %i, and the next one finishes',
    async (number) => {
      const own = number === 5 ? ['--target', String(target.endpoint.port)] : [];
      const only = ['--only', String(number), ...own];
      const running = lab.start(only, { env: WITHOUT_TOOLS });
      const results = lab.file('hasil');
      // Whatever it has started runs: the experiment is in its middle.
      const most = number === 5 ? 1 : 2; // there the server is somebody else's
      await until(() => processesIn(results).length >= most || running.process.exitCode !== null);
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
