import type { Command } from 'commander';
import { CodedError, type Endpoint } from '@praktikum/protocol';
import {
  createCommand,
  paint,
  printLine,
  readEndpoint,
  runInterruptible,
  terminalWidth,
  wrapRemedy,
  wrapText,
} from '@praktikum/service';
import { addCommonOptions, DEFAULTS, type CommonOptions } from '../common-options.ts';
import type { Texts } from '../texts.ts';
import { readTlsArguments } from '../tls/tls-arguments.ts';
import type { Status } from './check.ts';
import { diagnose, type CheckedThing, type Diagnosis } from './diagnosis.ts';
import type { DoctorTexts } from './texts.ts';

/**
 * Longest wait of each check when `--timeout` says nothing else.
 * @unit ms
 * @against a check that hangs on what it is to find out
 * @provenBy ../../integration/limits.spec.ts: doctor waits for a mute server no longer than its
 *   default
 */
const TIMEOUT_MS = 3000;

interface DoctorOptions extends CommonOptions {
  readonly json?: boolean;
  readonly udp?: boolean;
}

export function doctorCommand(texts: Texts): Command {
  const { summary, description, timeout } = texts.doctor;
  const command = createCommand('doctor', texts).summary(summary).description(description);
  return addCommonOptions(command, texts, { timeoutMs: TIMEOUT_MS, timeout })
    .option('--udp', texts.doctor.udp)
    .option('--json', texts.json)
    .action((host, port, options: DoctorOptions) => {
      const { udp, tls } = options;
      if (udp && tls) {
        const details = { option: '--udp', other: '--tls' };
        throw new CodedError('ERR_OPTION_CONFLICT', 'udp and tls', { details });
      }
      const endpoint = readEndpoint([host, port], options, DEFAULTS, 1);
      return runInterruptible((signal) => run(endpoint, options, texts, signal));
    });
}

/** @throws CodedError `ERR_PROBLEMS_FOUND` after the verdict, for the exit code */
async function run(
  endpoint: Endpoint,
  { timeout: timeoutMs, json = false, udp = false, ...options }: DoctorOptions,
  texts: Texts,
  signal: AbortSignal,
): Promise<void> {
  const tls = await readTlsArguments(options, texts, signal);
  if (!json) printLine(texts.doctor.title(endpoint.host, endpoint.port));
  const checked = (check: CheckedThing) => {
    if (!json) showCheck(check, texts.doctor);
  };
  const diagnosis = await diagnose(endpoint, {
    timeoutMs,
    texts: texts.doctor,
    signal,
    tls,
    udp,
    checked,
  });
  if (json) printLine(JSON.stringify({ ...endpoint, ...diagnosis }, undefined, 2));
  else showVerdict(diagnosis, texts.doctor);
  const { problems } = diagnosis;
  if (problems === 0) return;
  throw new CodedError('ERR_PROBLEMS_FOUND', `${problems} problems`, { details: { problems } });
}

const MARKS: Readonly<Record<Status, string>> = { ok: '✓', note: '•', problem: '✗' };
const COLOURS = { ok: 'green', note: 'yellow', problem: 'red' } as const;

function showCheck({ name, findings }: CheckedThing, texts: DoctorTexts): void {
  if (findings.length === 0) return;
  printLine(`\n${paint('bold', texts.checks[name], process.stdout)}`);
  for (const { status, message } of findings) {
    const mark = MARKS[status];
    const painted = paint(COLOURS[status], mark, process.stdout);
    const line = wrapText(message, terminalWidth(process.stdout), `  ${mark} `);
    printLine(line.replace(mark, painted));
  }
}

function showVerdict({ problems, remedies }: Diagnosis, texts: DoctorTexts): void {
  const verdict = problems === 0 ? texts.well : texts.unwell(problems);
  const colour = problems === 0 ? 'green' : 'red';
  printLine(`\n${paint(['bold', colour], verdict, process.stdout)}`);
  if (remedies.length === 0) return;
  printLine(texts.remedies);
  for (const [index, remedy] of remedies.entries()) {
    printLine(wrapRemedy(remedy, terminalWidth(process.stdout), `  ${index + 1}. `));
  }
}
