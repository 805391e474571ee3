import pino, { type DestinationStream, type Logger } from 'pino';
import pretty from 'pino-pretty';
import { EventEmitter } from 'node:events';
import { fstatSync } from 'node:fs';
import { isatty } from 'node:tty';
import { styleText } from 'node:util';
import { escapeControls } from '@praktikum/protocol';
import type { Language } from './language.ts';
import { reportLostLines } from './lost-lines.ts';

export type { Logger } from 'pino';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const LOG_FORMATS = ['auto', 'pretty', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** Plain data, so that a worker thread can be given the same and log in the same way. */
export interface LogOptions {
  readonly service: string;
  readonly language: Language;
  readonly level: LogLevel;
  /** `auto` is `pretty` on a terminal and `json` elsewhere. */
  readonly format: LogFormat;
}

/** The descriptor itself: `process.stdout` of a worker thread is a pipe to the main thread. */
const STDOUT = 1;

/**
 * Bytes of log that may wait for the next write.
 * @unit bytes
 * @protects lines that are kept back although there is much to write
 * @provenBy ./log-buffer.spec.ts: writes without delay once its buffer is full
 */
const BUFFERED_BYTES = 2048;
/**
 * How long they may wait.
 * @unit ms
 * @protects lines that wait for the next one to be seen
 * @provenBy ./log-buffer.spec.ts: writes a single line soon, with nobody asking for it
 */
const FLUSH_MS = 100;

/**
 * Bytes that a pipe takes in one piece (PIPE_BUF on Linux, pipe(7)): a longer write may be mixed with
 * those of other threads. Lines are put together up to this; one line alone is shorter (see Excerpts).
 * @unit bytes
 * @protects lines of different threads that are mixed in a pipe
 * @provenBy ../../../apps/threaded-server/integration/load.spec.ts: keeps the log lines of its
 *   threads apart when their reader is slow
 */
const WRITE_BYTES = 4096;

/**
 * Bytes of log that may wait for a reader who does not take them; what comes then is lost, and counted.
 * @unit bytes
 * @protects a stopped reader (a pager, a terminal on hold) for whom the log fills the memory
 * @provenBy ./log-buffer.spec.ts: loses lines rather than memory while nobody reads, and says how many
 */
const MAX_WAITING_BYTES = 8 * 1024 * 1024;

/** What is never written, wherever it stands in a logged object. */
const SECRETS = ['password', 'passphrase', 'token', 'secret', 'key'];

/**
 * A pino logger on standard output. Every thread has its own: a line is written whole, so lines of
 * different threads do not mix, and no thread waits for another.
 */
export function createLogger(
  { service, language, level, format }: LogOptions,
  destination: DestinationStream = destinationFor(format, language),
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
  if (destination instanceof EventEmitter) reportLostLines(log, destination, language);
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

function destinationFor(format: LogFormat, language: Language): DestinationStream {
  const wanted = format === 'auto' ? (isatty(STDOUT) ? 'pretty' : 'json') : format;
  return wanted === 'pretty'
    ? prettyDestination(language)
    : pino.destination({
        dest: STDOUT,
        minLength: BUFFERED_BYTES,
        maxWrite: WRITE_BYTES,
        periodicFlush: FLUSH_MS,
        maxLength: MAX_WAITING_BYTES,
        // A file takes every line at once; a reader may let the thread wait, and must not.
        sync: fstatSync(STDOUT).isFile(),
      });
}

const MARKS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: { warn: 'PERINGATAN', error: 'KESALAHAN', fatal: 'KESALAHAN' },
  en: { warn: 'WARNING', error: 'ERROR', fatal: 'ERROR' },
};

const COLOURS = { warn: 'yellow', error: 'red', fatal: 'red' } as const;

/** For a terminal: the message alone, as the guide's programs print it; problems are marked. */
function prettyDestination(language: Language): DestinationStream {
  const colourful = isatty(STDOUT) && !process.env.NO_COLOR;
  return pretty({
    destination: STDOUT,
    sync: true,
    colorize: false,
    hideObject: true,
    ignore: 'time,level,pid,hostname',
    messageFormat: (log, messageKey) => {
      const level = String(log.level);
      const mark = MARKS[language][level];
      const message = String(log[messageKey]);
      if (mark === undefined) return message;
      const colour = COLOURS[level as keyof typeof COLOURS];
      return `${colourful ? styleText(colour, `${mark}:`, { validateStream: false }) : `${mark}:`} ${message}`;
    },
  });
}
