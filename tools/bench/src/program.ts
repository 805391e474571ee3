import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  choiceOption,
  countOption,
  durationOption,
  runProgram,
  type Language,
} from '@praktikum/service';
import { runBench, type BenchOptions } from './bench.ts';
import { CASES } from './cases/cases.ts';
import { PEERS } from './peers/peers.ts';
import { REQUIRED_RATIOS } from './ratios.ts';
import { ERRORS } from './errors.ts';
import { describeMachine } from './report/machine.ts';
import { writeReport } from './report/write-report.ts';
import { chosen } from './chosen.ts';
import { listing } from './listing.ts';
import { requireLinux } from './require-linux.ts';
import { TEXTS } from './texts.ts';

const RESULTS = join(import.meta.dirname, '..', 'results');
const QUICK_CASES = 'messages-64,short,idle';
const SPAN = { min: 50, max: 600_000 };

interface Options {
  readonly rounds?: number;
  readonly seconds?: number;
  readonly warmUp?: number;
  readonly workers: number;
  readonly cases?: string;
  readonly peers?: string;
  readonly logging?: 'off' | 'on' | 'both';
  readonly out: string;
  readonly quick?: boolean;
  readonly list?: boolean;
}

await runProgram({
  name: 'bench',
  errors: ERRORS,
  define(command, language) {
    const texts = TEXTS[language];
    command
      .description(texts.description)
      .addOption(countOption('--rounds <n>', texts.rounds, { min: 1, max: 99 }))
      .addOption(durationOption('--seconds <time>', texts.seconds, SPAN))
      .addOption(durationOption('--warm-up <time>', texts.warmUp, SPAN))
      .addOption(
        countOption('--workers <n>', texts.workers, { min: 1, max: 256 }, availableParallelism()),
      )
      .option('--cases <names>', texts.cases)
      .option('--peers <names>', texts.peers)
      .addOption(choiceOption('--logging <which>', texts.logging, ['off', 'on', 'both'], 'both'))
      .option('--out <folder>', texts.out, RESULTS)
      .option('--quick', texts.quick)
      .option('--list', texts.list)
      .action((options: Options) => (options.list ? list() : run(options, language)));
  },
});

function list(): void {
  process.stdout.write(listing(CASES, PEERS));
}

async function run(options: Options, language: Language): Promise<void> {
  requireLinux();
  const benchOptions = completeOptions(options);
  const startedAt = new Date();
  const result = await runBench(benchOptions);
  const { rounds, seconds, warmUpSeconds, workers } = benchOptions;
  const report = {
    startedAt: startedAt.toISOString(),
    machine: await describeMachine(),
    settings: { rounds, seconds, warmUpSeconds, workers, language },
    ...result,
  };
  const files = await writeReport(options.out, report, {
    ...{ server: 'threaded-server', prefix: '' },
    ...{ cases: CASES, ratios: REQUIRED_RATIOS },
  });
  process.stdout.write(`${files.markdown}\n${files.json}\n`);
}

function completeOptions(options: Options): BenchOptions {
  const { quick = false, logging = 'both' } = options;
  const milliseconds = (given: number | undefined, normal: number, short: number) =>
    (given ?? (quick ? short : normal)) / 1000;
  return {
    peers: chosen('--peers', PEERS, options.peers),
    cases: chosen('--cases', CASES, options.cases ?? (quick ? QUICK_CASES : undefined)),
    logging: logging === 'both' ? ['off', 'on'] : [logging],
    rounds: options.rounds ?? (quick ? 1 : 5),
    seconds: milliseconds(options.seconds, 1500, 250),
    // Node's compiler takes so long with code that runs a thousand times a second: handshakes.
    warmUpSeconds: milliseconds(options.warmUp, 2000, 150),
    workers: options.workers,
    progress: (line) => process.stderr.write(`${line}\n`),
  };
}
