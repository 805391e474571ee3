import type { Command } from 'commander';
import { CodedError } from '@praktikum/protocol';
import { countOption, durationOption, withDefault } from '@praktikum/service';
import { addCommonOptions, TIMEOUT, type CommonOptions } from '../common-options.ts';
import type { ReplyEnd } from './exchange.ts';
import type { Texts } from '../texts.ts';

export interface SendOptions extends CommonOptions {
  readonly message?: string;
  readonly file?: string;
  readonly expect?: number;
  readonly untilIdle?: number;
  readonly raw?: boolean;
  readonly interactive?: boolean;
  readonly udp?: boolean;
  readonly count?: number;
  readonly interval?: number;
  readonly json?: boolean;
}

/**
 * `--expect`
 * @unit bytes
 * @against a count that a number cannot hold exactly
 * @provenBy ./send-options.spec.ts: refuses %s %s
 */
const MAX_EXPECTED_BYTES = Number.MAX_SAFE_INTEGER;
/**
 * `--count`
 * @unit datagrams
 * @against a run whose records fill the memory
 * @provenBy ./send-options.spec.ts: refuses %s %s
 */
const MAX_DATAGRAMS = 1_000_000;
/**
 * `--interval`
 * @unit ms
 * @against a pause that was meant to be shorter, and a timer that overflows
 * @provenBy ./send-options.spec.ts: refuses %s %s
 */
const MAX_INTERVAL_MS = 3_600_000;

export function addSendOptions(command: Command, allTexts: Texts): Command {
  const { options: texts } = allTexts.send;
  const { commandLine } = allTexts;
  return addCommonOptions(command, allTexts)
    .option('-m, --message <text>', texts.message)
    .option('-f, --file <path>', texts.file)
    .option('-i, --interactive', texts.interactive)
    .addOption(countOption('--expect <n>', texts.expect, { min: 1, max: MAX_EXPECTED_BYTES }))
    .addOption(durationOption('--until-idle <time>', texts.untilIdle, TIMEOUT))
    .option('--raw', texts.raw)
    .option('--udp', texts.udp)
    .addOption(
      countOption('--count <n>', withDefault(texts.count, 1, commandLine), {
        min: 1,
        max: MAX_DATAGRAMS,
      }),
    )
    .addOption(
      durationOption('--interval <time>', withDefault(texts.interval, '1s', commandLine), {
        min: 0,
        max: MAX_INTERVAL_MS,
      }),
    )
    .option('--json', texts.json);
}

/** Options of which only one can be meant. */
const CONFLICTS = [
  ['message', 'file'],
  ['message', 'interactive'],
  ['file', 'interactive'],
  ['expect', 'untilIdle'],
  ['interactive', 'expect'],
  ['interactive', 'untilIdle'],
  ['interactive', 'udp'],
  ['udp', 'expect'],
  ['udp', 'untilIdle'],
  ['udp', 'raw'],
  ['udp', 'tls'],
] as const;

/** @throws CodedError `ERR_OPTION_CONFLICT` or `ERR_OPTION_NEEDS` */
export function checkSendOptions(options: SendOptions): void {
  for (const [one, other] of CONFLICTS) {
    if (options[one] === undefined || options[other] === undefined) continue;
    throw new CodedError('ERR_OPTION_CONFLICT', `${one} and ${other}`, {
      details: { option: flag(one), other: flag(other) },
    });
  }
  for (const datagrams of ['count', 'interval', 'json'] as const) {
    if (options[datagrams] === undefined || options.udp) continue;
    throw new CodedError('ERR_OPTION_NEEDS', `${datagrams} without udp`, {
      details: { option: flag(datagrams), other: '--udp' },
    });
  }
}

export function replyEndOf({ expect, untilIdle }: SendOptions): ReplyEnd {
  if (expect !== undefined) return { by: 'bytes', bytes: expect };
  return untilIdle === undefined ? { by: 'close' } : { by: 'idle', ms: untilIdle };
}

function flag(name: keyof SendOptions): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
