import pino from 'pino';
import { prettyFactory } from 'pino-pretty';
import { fstatSync } from 'node:fs';
import { isatty } from 'node:tty';
import { styleText } from 'node:util';
import type { Language } from '../language.ts';

/** `auto` is `pretty` on a terminal and `json` elsewhere. */
export const LOG_FORMATS = ['auto', 'pretty', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

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
 * @provenBy ../../../../apps/threaded-server/integration/load.spec.ts: keeps the log lines of its
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

const MARKS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: { warn: 'PERINGATAN', error: 'KESALAHAN', fatal: 'KESALAHAN' },
  en: { warn: 'WARNING', error: 'ERROR', fatal: 'ERROR' },
};

const COLOURS = { warn: 'yellow', error: 'red', fatal: 'red' } as const;

type LogOutput = ReturnType<typeof pino.destination>;

/**
 * Standard output as the destination of a log. What cannot be written waits and is tried again with
 * the next lines; it never ends the program, nor keeps it from ending.
 * @returns emits 'drop' for a line that is lost because too many wait, 'error' when writing failed
 */
export function openLogOutput(format: LogFormat, language: Language): LogOutput {
  const wanted = format === 'auto' ? (isatty(STDOUT) ? 'pretty' : 'json') : format;
  if (wanted === 'json') return openJsonOutput();
  const output = pino.destination({ dest: STDOUT, sync: true, maxLength: MAX_WAITING_BYTES });
  const write = output.write.bind(output);
  const shown = prettyLine(language);
  output.write = (line) => write(shown(line));
  return output;
}

function openJsonOutput(): LogOutput {
  // A file takes every line at once; a reader may let the thread wait, and must not.
  const sync = fstatSync(STDOUT).isFile();
  const output = pino.destination({
    dest: STDOUT,
    minLength: BUFFERED_BYTES,
    maxWrite: WRITE_BYTES,
    periodicFlush: FLUSH_MS,
    maxLength: MAX_WAITING_BYTES,
    sync,
  });
  // What pino calls at the exit repeats for ever what a full disk does not take; this tries once.
  output.flushSync = () => Object.assign(output, { sync: true }).end();
  if (sync) process.once('exit', () => output.flushSync()); // pino calls it for the others alone
  return output;
}

/** For a terminal: the message alone, as the guide's programs print it; problems are marked. */
function prettyLine(language: Language): (line: string) => string {
  const colourful = isatty(STDOUT) && !process.env.NO_COLOR;
  return prettyFactory({
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
