import type { Command } from 'commander';
import { CodedError } from '@praktikum/protocol';
import { countOption } from '@praktikum/service';
import { CAPTURE_PORT, addStopOptions, type StopOptions } from '../stopping/stop-options.ts';
import { requireFile } from '../file-command.ts';
import type { Texts } from '../texts.ts';

/** How a capture is followed as it happens. */
export interface LiveOptions extends StopOptions {
  readonly live?: boolean;
  readonly port?: number;
  readonly interface?: string;
  readonly out?: string;
}

/** What the file argument means by "standard input". */
export const STANDARD_INPUT = '-';

/** Adds `--live` and what belongs to it. */
export function addLiveOptions(command: Command, texts: Texts): Command {
  const { live, options } = texts.live;
  command
    .option('--live', live)
    .addOption(countOption('--port <n>', options.port, CAPTURE_PORT))
    .option('--interface <name>', options.interface)
    .option('--out <file>', options.out);
  return addStopOptions(command, texts.stopping);
}

const OF_LIVE = ['port', 'interface', 'out', 'for', 'untilIdle', 'with'] as const;
/** What says how to record; a file or standard input was recorded already. */
const OF_RECORDING = ['port', 'interface', 'out', 'with'] as const;

/**
 * Checks that the options fit to what is to be explained.
 * @throws CodedError `ERR_NO_CAPTURE` without a file and `--live`, `ERR_OPTION_NEEDS`, `ERR_OPTION_CONFLICT`
 */
export function checkLiveOptions(
  file: string | undefined,
  options: LiveOptions & { readonly json?: boolean },
): void {
  const live = options.live ?? file === STANDARD_INPUT;
  if (!live) requireFile(file, 'explain');
  const without = live ? undefined : OF_LIVE.find((name) => options[name] !== undefined);
  if (without) {
    const details = { option: flagOf(without), other: '--live' };
    throw new CodedError('ERR_OPTION_NEEDS', `${without} without --live`, { details });
  }
  if (live && options.json) {
    const details = { option: '--json', other: file === STANDARD_INPUT ? file : '--live' };
    throw new CodedError('ERR_OPTION_CONFLICT', 'a ladder is no JSON', { details });
  }
  const recorded = file && OF_RECORDING.find((name) => options[name] !== undefined);
  if (recorded) {
    const details = { option: flagOf(recorded), other: file };
    throw new CodedError('ERR_OPTION_CONFLICT', `${recorded} with a file`, { details });
  }
}

/** `untilIdle` is written `--until-idle`. */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}`;
}
