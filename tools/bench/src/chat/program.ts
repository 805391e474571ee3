import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { countOption, runProgram, type Language } from '@praktikum/service';
import { runBench } from '../bench.ts';
import { chosen } from '../chosen.ts';
import { ERRORS } from '../errors.ts';
import { listing } from '../listing.ts';
import { CHAT_PEERS } from '../peers/peers.ts';
import { describeMachine } from '../report/machine.ts';
import { writeReport } from '../report/write-report.ts';
import { requireLinux } from '../require-linux.ts';
import { TEXTS } from '../texts.ts';
import { chatCases } from './cases.ts';
import { CHAT_RATIOS } from './ratios.ts';

const RESULTS = join(import.meta.dirname, '..', '..', 'results');
const QUICK_CASES = 'fan-out,one-by-one,idle';
const QUICK_SHARE = 0.1;
/** A case ends with its last message; a server that does not deliver it is waited for so long. */
const LONGEST_SECONDS = 60;

interface Options {
  readonly rounds?: number;
  readonly cases?: string;
  readonly peers?: string;
  readonly out: string;
  readonly quick?: boolean;
  readonly list?: boolean;
}

await runProgram({
  name: 'bench:chat',
  errors: ERRORS,
  define(command, language) {
    const texts = TEXTS[language];
    command
      .description(texts.chat)
      .addOption(countOption('--rounds <n>', texts.rounds, { min: 1, max: 99 }))
      .option('--cases <names>', texts.cases)
      .option('--peers <names>', texts.peers)
      .option('--out <folder>', texts.out, RESULTS)
      .option('--quick', texts.chatQuick)
      .option('--list', texts.list)
      .action((options: Options) => (options.list ? list() : run(options, language)));
  },
});

function list(): void {
  process.stdout.write(listing(chatCases(1), CHAT_PEERS));
}

async function run(options: Options, language: Language): Promise<void> {
  requireLinux();
  const { quick = false, rounds = quick ? 1 : 5, out } = options;
  const share = quick ? QUICK_SHARE : 1;
  const cases = chatCases(share);
  const startedAt = new Date().toISOString();
  const result = await runBench({
    peers: chosen('--peers', CHAT_PEERS, options.peers),
    cases: chosen('--cases', cases, options.cases ?? (quick ? QUICK_CASES : undefined)),
    logging: ['off'],
    rounds,
    seconds: LONGEST_SECONDS,
    warmUpSeconds: 0, // counted in messages
    workers: availableParallelism(),
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  const machine = await describeMachine();
  const report = { startedAt, machine, settings: { rounds, share, language }, ...result };
  const subject = { prefix: 'chat-', server: 'chat-server', cases, ratios: CHAT_RATIOS };
  const files = await writeReport(out, report, subject);
  process.stdout.write(`${files.markdown}\n${files.json}\n`);
}
