import { join } from 'node:path';
import { countOption, durationOption, runProgram } from '@praktikum/service';
import { ERRORS } from '../errors.ts';
import { chosen } from '../chosen.ts';
import { describeMachine } from '../report/machine.ts';
import { requireLinux } from '../require-linux.ts';
import { TEXTS } from '../texts.ts';
import { WORKSPACE_ROOT } from '../workspace-root.ts';
import { curves } from './curve.ts';
import { hashMicros } from './hash-micros.ts';
import { measureCurves } from './measure-curves.ts';
import { writeThreads } from './write-threads.ts';

interface Options {
  readonly rounds: number;
  readonly seconds: number;
  readonly curves?: string;
  readonly out: string;
}

/** Long enough for Node's compiler to have seen the code that is measured. */
const WARM_UP_SHARE = 4 / 3;

await runProgram({
  name: 'threads',
  errors: ERRORS,
  define(command, language) {
    const texts = TEXTS[language];
    command
      .description(texts.threads)
      .addOption(countOption('--rounds <n>', texts.rounds, { min: 1, max: 99 }, 5))
      .addOption(durationOption('--seconds <time>', texts.seconds, { min: 50, max: 600_000 }, 1500))
      .option('--curves <names>', texts.curves)
      .option('--out <folder>', texts.docs, join(WORKSPACE_ROOT, 'docs'))
      .action(run);
  },
});

async function run({ rounds, seconds: ms, curves: names, out }: Options): Promise<void> {
  requireLinux();
  const seconds = ms / 1000;
  const startedAt = new Date().toISOString();
  const wanted = chosen('--curves', curves(hashMicros()), names);
  const samples = await measureCurves({
    curves: wanted,
    rounds,
    seconds,
    warmUpSeconds: seconds * WARM_UP_SHARE,
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  const machine = await describeMachine();
  const run = { startedAt, machine, rounds, seconds, curves: wanted, samples };
  for (const file of await writeThreads(out, run)) process.stdout.write(`${file}\n`);
}
