import { prettyFactory } from 'pino-pretty';
import { isatty } from 'node:tty';
import { styleText } from 'node:util';
import type { Language } from '../language.ts';
import { PatientOutput } from '../terminal/patient-output.ts';

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

const MARKS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: { warn: 'PERINGATAN', error: 'KESALAHAN', fatal: 'KESALAHAN' },
  en: { warn: 'WARNING', error: 'ERROR', fatal: 'ERROR' },
};

const COLOURS = { warn: 'yellow', error: 'red', fatal: 'red' } as const;

/** Standard output as the destination of a log; it never ends the program, nor keeps it from ending. */
export function openLogOutput(format: LogFormat, language: Language): PatientOutput {
  const wanted = format === 'auto' ? (isatty(STDOUT) ? 'pretty' : 'json') : format;
  if (wanted === 'pretty') return new PrettyOutput(language);
  return new PatientOutput(STDOUT, { bytes: BUFFERED_BYTES, ms: FLUSH_MS });
}

class PrettyOutput extends PatientOutput {
  readonly #shown: (line: string) => string;

  constructor(language: Language) {
    super(STDOUT);
    this.#shown = prettyLine(language);
  }

  override write(line: string): void {
    super.write(this.#shown(line));
  }
}

/** For a terminal: the message alone; problems are marked. */
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
