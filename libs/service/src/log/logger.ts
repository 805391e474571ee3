import { EventEmitter } from 'node:events';
import pino, { type DestinationStream, type Logger } from 'pino';
import { escapeControls } from '@praktikum/protocol';
import type { Language } from '../language.ts';
import { FrequentEvents } from './frequent-events.ts';
import { openLogOutput, type LogFormat } from './log-output.ts';
import { reportLostLines } from './lost-lines.ts';
import { LOG_TEXTS } from './texts.ts';
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

/** For those who write lines of their own making past the logger. */
export interface LineWriter {
  readonly destination: DestinationStream;
  /** Without it every line is written. */
  readonly frequent: FrequentEvents | undefined;
}

/** By the logger of a thread, and so by its children. */
const LINE_WRITER = Symbol('line writer');

/** @param log made by {@link createLogger}, or a child of one */
export function lineWriterOf(log: Logger): LineWriter {
  return (log as Logger & { readonly [LINE_WRITER]: LineWriter })[LINE_WRITER];
}

/** Whose lines are written whatever their number. */
const OF_EVERYTHING: readonly LogLevel[] = ['trace', 'debug'];

/** What is never written, wherever it stands in a logged object. */
const SECRETS = ['password', 'passphrase', 'token', 'secret', 'key'];

/**
 * A pino logger on standard output. Every thread has its own: a line is written whole, so lines of
 * different threads do not mix, and no thread waits for another. A thread has one logger: two would each
 * keep lines back for a while, and mix their order. What peers can cause by the thousand is counted
 * instead of written, one line an event and second with `count`, unless the level is `debug` or `trace`.
 */
export function createLogger(
  { service, language, level, format }: LogOptions,
  destination: DestinationStream = openLogOutput(format, LOG_TEXTS[language]),
): Logger {
  const texts = LOG_TEXTS[language];
  const frequent = OF_EVERYTHING.includes(level)
    ? undefined
    : new FrequentEvents(({ event, level: lineLevel, text, log: writer }, count) => {
        writer[lineLevel]({ event, count }, texts.leftOut(count, text));
      });
  const log: Logger = pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '***' },
      formatters: { level: (label) => ({ level: label }), log: harmless },
      hooks: {
        logMethod(args, method, level) {
          const last = args.length - 1;
          if (typeof args[last] === 'string') args[last] = escapeControls(args[last]);
          const { event, count } = args[0] as { event?: string; count?: number };
          const line = {
            event: event ?? '',
            level: labelOf(level),
            text: String(args[last]),
            log: this,
          };
          if (count === undefined && event !== undefined && frequent?.isRare(line) === false)
            return;
          method.apply(this, args);
        },
      },
    },
    destination,
  );
  Object.assign(log, { [LINE_WRITER]: { destination, frequent } satisfies LineWriter });
  if (destination instanceof EventEmitter) {
    reportLostLines(log, destination, texts);
    reportUnwritable(destination, texts);
  }
  return log;
}

function labelOf(level: number): LogLevel {
  return (pino.levels.labels[level] ?? 'info') as LogLevel;
}

/** The one place where what a peer sent becomes harmless to the terminal that shows the log. */
function harmless(fields: Record<string, unknown>): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    shown[name] = typeof value === 'string' ? escapeControls(value) : value;
  }
  return shown;
}
