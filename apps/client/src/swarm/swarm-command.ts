import type { Command } from 'commander';
import { CodedError, escapeControls, type Endpoint } from '@praktikum/protocol';
import {
  countOption,
  createCommand,
  durationOption,
  FLAGS,
  printLine,
  readEndpoint,
  requireWritable,
  runInterruptible,
  writeOutput,
  type Explain,
} from '@praktikum/service';
import { addCommonOptions, DEFAULTS, type CommonOptions } from '../common-options.ts';
import type { Texts } from '../texts.ts';
import { readTlsArguments } from '../tls/tls-arguments.ts';
import { chartRows } from './chart-rows.ts';
import { startProgressBar } from './progress-bar.ts';
import { runSwarm, type SwarmResult } from './run-swarm.ts';
import { svgChart } from './svg-chart.ts';
import { swarmJson } from './swarm-json.ts';
import { swarmHeadlines, swarmReport } from './swarm-report.ts';
import { summarize, type SwarmSummary } from './swarm-summary.ts';
import type { SwarmTexts } from './texts.ts';

/**
 * A queue of clients takes its time: the last one waits for all the others.
 * @unit ms
 * @against a swarm that waits for ever for its turn
 * @provenBy ../../integration/swarm.spec.ts: does not wait for ever for its turn
 */
const TIMEOUT_MS = 60_000;
/**
 * `--clients`
 * @unit clients
 * @against more sockets than a machine has ports for one server
 * @provenBy ./swarm-command.spec.ts: refuses %s %s
 */
const CLIENTS = { min: 1, max: 10_000, default: 10 };
/**
 * `--messages`
 * @unit messages
 * @against a swarm without an end
 * @provenBy ./swarm-command.spec.ts: refuses %s %s
 */
const MESSAGES = { min: 1, max: 10_000, default: 3 };
/**
 * `--think`
 * @unit ms
 * @against a swarm without an end
 * @provenBy ./swarm-command.spec.ts: refuses %s %s
 */
const THINK = { min: 0, max: 600_000, default: 100 };

interface SwarmCommandOptions extends CommonOptions {
  readonly clients: number;
  readonly messages: number;
  readonly think: number;
  readonly json?: boolean;
  readonly svg?: string;
  /** Whether a picture that is there already is replaced. */
  readonly force?: boolean;
}

export function swarmCommand(texts: Texts, explain: Explain): Command {
  const { summary, description, options } = texts.swarm;
  const command = createCommand('swarm', texts).summary(summary).description(description);
  return addCommonOptions(command, texts, { timeoutMs: TIMEOUT_MS, timeout: options.timeout })
    .addOption(countOption('--clients <n>', options.clients, CLIENTS, CLIENTS.default))
    .addOption(countOption('--messages <n>', options.messages, MESSAGES, MESSAGES.default))
    .addOption(durationOption('--think <time>', options.think, THINK, THINK.default))
    .option('--json', texts.json)
    .option('--svg <path>', options.svg)
    .option(FLAGS.force, options.force)
    .action((host, port, given: SwarmCommandOptions) => {
      const endpoint = readEndpoint([host, port], given, DEFAULTS, 1);
      return runInterruptible((signal) => run(endpoint, given, { texts, explain }, signal));
    });
}

async function run(
  endpoint: Endpoint,
  options: SwarmCommandOptions,
  { texts, explain }: { readonly texts: Texts; readonly explain: Explain },
  signal: AbortSignal,
): Promise<void> {
  const { svg, force = false } = options;
  if (svg !== undefined) await requireWritable(svg, force);
  const tls = await readTlsArguments(options, texts, signal);
  const bar = await startProgressBar(options.clients, texts.swarm);
  const result = await runSwarm({
    endpoint,
    clients: options.clients,
    messages: options.messages,
    thinkMs: options.think,
    timeoutMs: options.timeout,
    signal,
    tls,
    progressed: (progress) => bar.update(progress),
  }).finally(() => bar.stop());
  const summary = summarize(result);
  if (options.json) printLine(swarmJson(result, summary));
  else printLine(await swarmReport(result, summary, texts.swarm, explain));
  if (svg !== undefined) {
    await writeOutput(svg, await picture(result, summary, texts.swarm), force);
    printLine(texts.swarm.written(escapeControls(svg)), process.stderr);
  }
  judge(result, summary);
}

function picture(result: SwarmResult, summary: SwarmSummary, texts: SwarmTexts): Promise<string> {
  const { title, result: subtitle } = swarmHeadlines(result, summary, texts);
  return svgChart(chartRows(result.records), { texts, title, subtitle });
}

/** One reason for all is explained as what it is; several only as their number. */
function judge({ records }: SwarmResult, { failed, failures }: SwarmSummary): void {
  if (failed === 0) return;
  const first = records.find(({ error }) => error !== undefined)?.error;
  if (Object.keys(failures).length === 1) throw first;
  throw new CodedError('ERR_SWARM', `${failed} clients failed`, {
    details: { failed, clients: records.length },
  });
}
