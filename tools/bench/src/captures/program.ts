import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countOption, type Language, runProgram } from '@praktikum/service';
import { describeMachine } from '../report/machine.ts';
import { askTool } from '../run-tool.ts';
import { CONTENDERS, type Contender, SMALL_CONTENDER } from './contenders.ts';
import { CAPTURES, makeCapture } from './make-capture.ts';
import { type CommandFigures, measureCommand } from './measure-command.ts';
import { type CaptureReport, captureMarkdown } from './report.ts';
import { CAPTURE_BENCH_TEXTS } from './texts.ts';

const RESULTS = join(import.meta.dirname, '..', '..', 'results');
/** How memory follows the file's size is seen beside a file of which this many make up the other. */
const SMALLER = 4;

interface Options {
  readonly megabytes: number;
  readonly rounds: number;
  readonly out: string;
  readonly captures: string;
}

await runProgram({
  name: 'bench:captures',
  define(command, language) {
    const texts = CAPTURE_BENCH_TEXTS[language];
    command
      .description(texts.description)
      .addOption(countOption('--megabytes <n>', texts.megabytes, { min: 1, max: 100_000 }, 400))
      .addOption(countOption('--rounds <n>', texts.rounds, { min: 1, max: 99 }, 3))
      .option('--out <folder>', texts.out, RESULTS)
      .option('--captures <folder>', texts.captures, CAPTURES)
      .action((options: Options) => run(options, language));
  },
});

async function run(options: Options, language: Language): Promise<void> {
  const { megabytes, rounds, out, captures } = options;
  const texts = CAPTURE_BENCH_TEXTS[language];
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say(texts.making(String(megabytes)));
  const large = await makeCapture(megabytes, captures);
  const small = await makeCapture(Math.max(1, Math.round(megabytes / SMALLER)), captures);
  const tiny = await makeCapture(0, captures);
  const ours = CONTENDERS.filter(({ name }) => name === 'analyzer');
  const turns = [
    ...CONTENDERS.map((contender) => ({ contender, file: large, size: 'large' as const })),
    ...ours.map((contender) => ({ contender, file: small, size: 'small' as const })),
    { contender: SMALL_CONTENDER, file: tiny, size: 'tiny' as const },
  ];
  const missing = await missingTools(CONTENDERS);
  const measured: CaptureReport['measured'][number][] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const { contender, file, size } of turns) {
      if (missing.includes(contender.name)) continue;
      const { name, task } = contender;
      const figures = await measureCommand(contender.command(file.path));
      measured.push({ name, task, size, round, ...figures });
      say(`${task}, ${size}, ${name}: ${figuresText(figures)}`);
    }
  }
  const startedAt = new Date().toISOString();
  const machine = await describeMachine();
  const report: CaptureReport = { startedAt, machine, bytes: large.bytes, missing, measured };
  await mkdir(out, { recursive: true });
  const path = join(out, `captures-${startedAt.slice(0, 19).replaceAll(':', '-')}`);
  await writeFile(`${path}.json`, `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(`${path}.md`, captureMarkdown(report));
  process.stdout.write(`${captureMarkdown(report)}\n${path}.md\n`);
}

async function missingTools(contenders: readonly Contender[]): Promise<string[]> {
  const tools = [...new Set(contenders.map(({ name }) => name))].filter((n) => n !== 'analyzer');
  const found = await Promise.all(tools.map((tool) => askTool('sh', '-c', `command -v ${tool}`)));
  return tools.filter((_, index) => found[index] === undefined);
}

function figuresText({ cpu, wall, memory }: CommandFigures): string {
  return `${cpu.toFixed(2)} s CPU, ${wall.toFixed(2)} s, ${Math.round(memory)} MB`;
}
