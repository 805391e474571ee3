import { prettyFactory } from 'pino-pretty';
import { isatty } from 'node:tty';
import { styleText } from 'node:util';
import { PatientOutput } from '../terminal/patient-output.ts';
import type { LogTexts } from './texts.ts';

/** `auto` is `pretty` on a terminal and `json` elsewhere. */
export const LOG_FORMATS = ['auto', 'pretty', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** The descriptor itself: `process.stdout` of a worker thread is a pipe to the main thread. */
const STDOUT = 1;

/**
 * Bytes of log that may wait for the next write.
 * @unit bytes
 * @against lines that are kept back although there is much to write
 * @provenBy ./log-buffer.spec.ts: writes without delay once its buffer is full
 */
const BUFFERED_BYTES = 2048;
/**
 * How long they may wait.
 * @unit ms
 * @against lines that wait for the next one to be seen
 * @provenBy ./log-buffer.spec.ts: writes a single line soon, with nobody asking for it
 */
const FLUSH_MS = 100;

const COLOURS = { warn: 'yellow', error: 'red', fatal: 'red' } as const;

/** Standard output as the destination of a log; it never ends the program, nor keeps it from ending. */
export function openLogOutput(format: LogFormat, { marks }: LogTexts): PatientOutput {
  const wanted = format === 'auto' ? (isatty(STDOUT) ? 'pretty' : 'json') : format;
  if (wanted === 'pretty') return new PrettyOutput(marks);
  return new PatientOutput(STDOUT, { bytes: BUFFERED_BYTES, ms: FLUSH_MS });
}

class PrettyOutput extends PatientOutput {
  readonly #shown: (line: string) => string;

  constructor(marks: LogTexts['marks']) {
    super(STDOUT);
    this.#shown = prettyLine(marks);
  }

  override write(line: string): void {
    super.write(this.#shown(line));
  }
}

/** For a terminal: the message alone; problems are marked. */
function prettyLine(marks: LogTexts['marks']): (line: string) => string {
  const colourful = isatty(STDOUT) && !process.env.NO_COLOR;
  return prettyFactory({
    colorize: false,
    hideObject: true,
    ignore: 'time,level,pid,hostname',
    messageFormat: (log, messageKey) => {
      const level = String(log.level);
      const mark = marks[level];
      const message = String(log[messageKey]);
      if (mark === undefined) return message;
      const colour = COLOURS[level as keyof typeof COLOURS];
      return `${colourful ? styleText(colour, `${mark}:`, { validateStream: false }) : `${mark}:`} ${message}`;
    },
  });
}
