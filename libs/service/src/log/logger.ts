import { EventEmitter } from 'node:events';
import pino, { type DestinationStream, type Logger } from 'pino';
import { escapeControls } from '@praktikum/protocol';
import type { Language } from '../language.ts';
import { openLogOutput, type LogFormat } from './log-output.ts';
import { reportLostLines } from './lost-lines.ts';
import { reportUnwritable } from './unwritable-log.ts';

export type { Logger } from 'pino';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Plain data, so that a worker thread can be given the same and log in the same way. */
export interface LogOptions {
  readonly service: string;
  readonly language: Language;
  readonly level: LogLevel;
  readonly format: LogFormat;
}

/** What is never written, wherever it stands in a logged object. */
const SECRETS = ['password', 'passphrase', 'token', 'secret', 'key'];

/**
 * A pino logger on standard output. Every thread has its own: a line is written whole, so lines of
 * different threads do not mix, and no thread waits for another.
 */
export function createLogger(
  { service, language, level, format }: LogOptions,
  destination: DestinationStream = openLogOutput(format, language),
): Logger {
  const log = pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '***' },
      formatters: { level: (label) => ({ level: label }), log: harmless },
      hooks: {
        logMethod(args, method) {
          const last = args.length - 1;
          if (typeof args[last] === 'string') args[last] = escapeControls(args[last]);
          method.apply(this, args);
        },
      },
    },
    destination,
  );
  if (destination instanceof EventEmitter) {
    reportLostLines(log, destination, language);
    reportUnwritable(destination, language);
  }
  return log;
}

/** The one place where what a peer sent becomes harmless to the terminal that shows the log. */
function harmless(fields: Record<string, unknown>): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    shown[name] = typeof value === 'string' ? escapeControls(value) : value;
  }
  return shown;
}
