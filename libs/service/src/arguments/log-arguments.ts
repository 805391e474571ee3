import type { Command } from 'commander';
import type { Catalogue, Language } from '../language.ts';
import { LOG_FORMATS, type LogFormat } from '../log/log-output.ts';
import { LOG_LEVELS, type LogLevel } from '../log/logger.ts';
import { choiceOption } from './options.ts';

const TEXTS: Catalogue<{ level: string; format: string }> = {
  id: {
    level: `batas terendah catatan: ${LOG_LEVELS.join(', ')}`,
    format: `bentuk catatan: ${LOG_FORMATS.join(', ')}; auto adalah pretty di terminal, selain itu json`,
  },
  en: {
    level: `lowest level that is logged: ${LOG_LEVELS.join(', ')}`,
    format: `form of the log: ${LOG_FORMATS.join(', ')}; auto is pretty on a terminal, else json`,
  },
};

export interface LogArguments {
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
}

/** Gives a command `--log-level` and `--log-format`. */
export function addLogArguments(command: Command, language: Language): Command {
  const { level, format } = TEXTS[language];
  return command
    .addOption(choiceOption('--log-level <level>', level, LOG_LEVELS, 'info'))
    .addOption(choiceOption('--log-format <format>', format, LOG_FORMATS, 'auto'));
}
