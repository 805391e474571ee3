import type { Command } from 'commander';
import { LOG_FORMATS, type LogFormat } from '../log/log-output.ts';
import { LOG_LEVELS, type LogLevel } from '../log/logger.ts';
import type { ProgramTexts } from '../texts.ts';
import { choiceOption } from './options.ts';

export interface LogArguments {
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
}

/** Gives a command `--log-level` and `--log-format`. */
export function addLogArguments(
  command: Command,
  { logOptions: { level, format } }: Pick<ProgramTexts, 'logOptions'>,
): Command {
  return command
    .addOption(
      choiceOption('--log-level <level>', level(LOG_LEVELS.join(', ')), LOG_LEVELS, 'info'),
    )
    .addOption(
      choiceOption('--log-format <format>', format(LOG_FORMATS.join(', ')), LOG_FORMATS, 'auto'),
    );
}
