import type { Logger, LogLevel } from './logger.ts';

/**
 * Lines of one event that are written in a second; an event that comes more often is only counted.
 * @unit lines of an event, a second and thread
 * @against peers that fill the disk, and take the time of a server, by what they can cause at will
 * @provenBy ./frequent-events.spec.ts: writes what is rare, and counts what is frequent
 * @provenBy ../../../testing/src/server-log-suite.ts: counts what clients cause by the thousand,
 *   and writes it at --log-level debug
 */
export const RARE_LINES = 100;

const SECOND_MS = 1000;

/** A line that might be written. */
export interface EventLine {
  readonly event: string;
  readonly level: LogLevel;
  readonly text: string;
  /** The logger that would write it, of the thread's logger and its children. */
  readonly log: Logger;
}

interface Recent {
  /** When the second began in which the lines are counted. */
  since: number;
  lines: number;
  isFrequent: boolean;
  last: EventLine | undefined;
}

/**
 * Decides which lines of a log are written: all of them while an event is rare; once it has become
 * frequent its number, once a second, until it is rare again.
 */
export class FrequentEvents {
  readonly #tell: (last: EventLine, count: number) => void;
  readonly #recent = new Map<string, Recent>();
  #timer: NodeJS.Timeout | undefined;

  /** @param tell told once a second of an event that was frequent: its last line, and how many there were */
  constructor(tell: (last: EventLine, count: number) => void) {
    this.#tell = tell;
    // Before the end of the output, which listens to the same.
    process.prependOnceListener('exit', () => this.#tellAll());
  }

  /** @returns whether to write it */
  isRare(line: EventLine): boolean {
    const recent = this.#recentOf(line.event);
    recent.lines += 1;
    if (!recent.isFrequent && recent.lines <= RARE_LINES) return true;
    if (!recent.isFrequent) this.#becomesFrequent(recent);
    recent.last = line;
    return false;
  }

  #recentOf(event: string): Recent {
    const now = performance.now();
    let recent = this.#recent.get(event);
    if (recent === undefined) {
      recent = { since: now, lines: 0, isFrequent: false, last: undefined };
      this.#recent.set(event, recent);
    } else if (!recent.isFrequent && now - recent.since >= SECOND_MS) {
      recent.since = now;
      recent.lines = 0;
    }
    return recent;
  }

  #becomesFrequent(recent: Recent): void {
    recent.isFrequent = true;
    recent.lines = 1; // the others have been written
    this.#timer ??= setInterval(() => this.#tellAll(), SECOND_MS).unref();
  }

  #tellAll(): void {
    let anyFrequent = false;
    for (const recent of this.#recent.values()) {
      if (!recent.isFrequent) continue;
      const { lines, last } = recent;
      if (lines > 0 && last !== undefined) this.#tell(last, lines);
      recent.isFrequent = lines > RARE_LINES;
      recent.lines = 0;
      recent.since = performance.now();
      anyFrequent ||= recent.isFrequent;
    }
    if (anyFrequent) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
