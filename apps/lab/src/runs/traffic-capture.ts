import { rm, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Endpoint } from '@praktikum/protocol';
import { LANGUAGES } from '@praktikum/protocol';
import type { Missing } from '../evidence/evidence.ts';
import { forEach, inBoth, type Words } from '../words.ts';
import { interfaceTowards } from './interface-towards.ts';
import { RUN_TEXTS, type RunTexts } from './texts.ts';
import type { StartedCommand } from './started-command.ts';
import type { Workbench } from './workbench.ts';

/**
 * Silence after which a capture is complete.
 * @unit ms
 * @against a capture that waits for ever for more
 * @provenBy ../../integration/practicum.spec.ts: records the handshake, the exchange and the close, with their frames
 */
const IDLE_MS = 1500;

/**
 * How long a capture may go on when all is over: on a network that is never silent, at an interface that sees
 * nothing, or with a tool that does not end.
 * @unit ms
 * @against an experiment that waits for packets which nobody sends
 * @provenBy ../../integration/practicum.spec.ts: ends a capture that sees nothing
 */
const AFTER_MS = 15_000;

/**
 * How long a tool may take to begin.
 * @unit ms
 * @against an experiment that waits for a tool which says nothing
 * @provenBy ../../integration/practicum.spec.ts: ends a capture that sees nothing
 */
const READY_MS = 20_000;

/** The exit code of an analyzer that may or can not capture: docs/EXIT-CODES.md. */
const CANNOT_CAPTURE = 19;

/** What the analyzer says at its end: `0 paket terekam di tcp.pcapng, …`, `0 packets captured in …`. */
const NO_PACKETS = /^0 (?:paket terekam|packets captured) /m;

/** What a capture is of. */
export interface TrafficCapture {
  readonly server: Endpoint;
  /** In the folder of the experiment. */
  readonly file: string;
}

/** What has happened, and what is missing of its capture. */
interface Captured<T> {
  readonly result: T;
  /** Where nothing could be recorded. */
  readonly missing: Missing | undefined;
}

/** Records the traffic of a server's port while something happens, which happens in any case. */
export async function captureDuring<T>(
  bench: Workbench,
  { server, file }: TrafficCapture,
  during: () => Promise<T>,
): Promise<Captured<T>> {
  const where = ['--port', String(server.port), ...(await interfaceTowards(bench, server))];
  const args = ['capture', ...where, '--out', file, '--until-idle', `${IDLE_MS}ms`, '--for', '4m'];
  const command = bench.start('analyzer', args, { accepts: 'any' });
  // It names its file as soon as it records; one that cannot record ends.
  const isReady = command.printedMatch(/dumpcap|tcpdump|tshark/).catch(() => undefined);
  await Promise.race([isReady, delay(READY_MS, undefined, { ref: false })]);
  const result = await during();
  const { code, hung } = await endInTime(bench, command);
  if (code === CANNOT_CAPTURE) return { result, missing: await missingCapture(bench, args, file) };
  if (NO_PACKETS.test(command.printed)) return { result, missing: missingPackets(file) };
  if (await holdsSomething(bench.path(file))) return { result, missing: undefined };
  return { result, missing: hung ? toolHung(file) : nothingKept(file) };
}

/**
 * It keeps what it has when it is interrupted; a tool that hangs is ended all the same.
 * @returns how it ended, and whether it had to be told
 */
async function endInTime(bench: Workbench, command: StartedCommand) {
  let hung = false;
  const interrupt = () => {
    hung = true;
    command.interrupt();
  };
  const timers = [
    setTimeout(interrupt, AFTER_MS),
    setTimeout(() => void command.kill(), 2 * AFTER_MS),
  ];
  const { code } = await bench.finish(command).finally(() => timers.forEach(clearTimeout));
  return { code, hung };
}

/** The analyzer says in each language why it does not record. */
async function missingCapture(
  bench: Workbench,
  args: readonly string[],
  file: string,
): Promise<Missing> {
  const refusals = new Map<string, Refusal>();
  for (const language of LANGUAGES) {
    // A tool that fails may have made its file before: empty, and of no use.
    const briefly = [...args.slice(0, args.indexOf('--until-idle')), '--for', '100ms', '--force'];
    const options = { language, accepts: 'any', isAside: true } as const;
    const { stderr } = await bench.run('analyzer', briefly, options);
    refusals.set(language, refusalIn(stderr));
  }
  await rm(bench.path(file), { force: true });
  const [first] = refusals.values();
  // It may be able to capture, and was ended from outside.
  if (first!.message === '') return nothingKept(file);
  const of = (part: (refusal: Refusal) => string): Words =>
    forEach((language) => part(refusals.get(language)!));
  return {
    what: inBoth(RUN_TEXTS, ({ capture }) => capture(file)),
    why: of(({ message }) => message),
    remedies: first!.remedies.map((_, at) => of(({ remedies }) => remedies[at] ?? '')),
  };
}

function nothingKept(file: string): Missing {
  return missingBecause(file, ({ captureEnded }) => captureEnded);
}

/** The tool has neither captured nor ended. */
function toolHung(file: string): Missing {
  const remedy = ({ checkTool }: RunTexts) => checkTool;
  return missingBecause(file, ({ captureHung }) => captureHung, remedy);
}

/** There is a capture, and nothing of what happened is in it. */
export function missingPackets(file: string): Missing {
  return missingBecause(file, ({ captureEmpty }) => captureEmpty);
}

type Say = (texts: RunTexts) => string;

function missingBecause(
  file: string,
  why: Say,
  remedy: Say = ({ captureAgain }) => captureAgain,
): Missing {
  return {
    what: inBoth(RUN_TEXTS, ({ capture }) => capture(file)),
    why: inBoth(RUN_TEXTS, why),
    remedies: [inBoth(RUN_TEXTS, remedy)],
  };
}

async function holdsSomething(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
}

interface Refusal {
  readonly message: string;
  readonly remedies: readonly string[];
}

/** What a program says when it fails: `Error: …`, then its remedies, each behind `  - `. */
function refusalIn(stderr: string): Refusal {
  const lines = stderr.split('\n');
  const [, message = ''] = /^(?:Kesalahan|Error): (.*?)(?: \([A-Z_]+, .*\))?$/m.exec(stderr) ?? [];
  const remedies = lines.filter((line) => line.startsWith('  - ')).map((line) => line.slice(4));
  return { message, remedies };
}
