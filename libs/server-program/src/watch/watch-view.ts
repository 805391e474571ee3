import { PatientOutput, type Logger } from '@praktikum/service';
import type { SocketPoolStats } from '@praktikum/socket-pool';
import { poolRates, type PoolRates } from './pool-rates.ts';
import { MOST_NOTICES, watchScreen } from './watch-screen.ts';
import type { WatchTexts } from './watch-texts.ts';

/** As often as the workers tell how busy they are. */
const INTERVAL_MS = 1000;

/** The alternate screen of a terminal (xterm: `DECSET 1049`), without a cursor; and back. */
const ENTER = '\x1b[?1049h\x1b[?25l';
const LEAVE = '\x1b[?25h\x1b[?1049l';
const CLEAR = '\x1b[H\x1b[J';

/** Shows once a second what a pool does. */
export interface WatchView {
  /** @param title what the server says of itself: where it listens */
  start(title: string, read: () => SocketPoolStats): void;
  stop(): void;
}

/** A screen of its own, drawn in place; whatever the program logs meanwhile is shown below. */
export class ScreenView implements WatchView {
  readonly #texts: WatchTexts;
  readonly #output: Pick<PatientOutput, 'waiting' | 'write'>;
  #notices: readonly string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #peak = 0;

  /** @param output the terminal */
  constructor(
    texts: WatchTexts,
    output: Pick<PatientOutput, 'waiting' | 'write'> = new PatientOutput(1),
  ) {
    this.#texts = texts;
    this.#output = output;
  }

  /** Where the log goes: to the screen, and once that is gone to the terminal. */
  readonly destination = {
    write: (line: string) => {
      const { msg, event } = JSON.parse(line) as { msg: string; event?: string };
      if (event === 'queued') return; // how many wait is on the screen
      if (event === 'stopping') this.stop(); // the last words are to stay in sight
      if (this.#timer === undefined) return this.#output.write(`${msg}\n`);
      this.#notices = [...this.#notices, msg].slice(-MOST_NOTICES);
    },
  };

  start(title: string, read: () => SocketPoolStats): void {
    this.#output.write(ENTER);
    process.once('exit', this.#leave);
    this.#timer = everySecond(read, (rates) => this.#draw(title, rates));
  }

  stop(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#leave();
    process.off('exit', this.#leave);
  }

  readonly #leave = () => this.#output.write(LEAVE);

  #draw(title: string, rates: PoolRates): void {
    if (this.#output.waiting) return; // the terminal is stopped: it is to see the newest, not all
    this.#peak = Math.max(this.#peak, ...rates.workers.map(({ byteRate }) => byteRate));
    const { columns, rows } = process.stdout; // 0 of a terminal that nobody has told its size
    const lines = watchScreen(rates, {
      title,
      texts: this.#texts,
      columns: columns || 80,
      rows: rows || 24,
      notices: this.#notices,
      peak: this.#peak,
    });
    this.#output.write(CLEAR + lines.join('\n'));
  }
}

/** A line of log for each worker, where there is no terminal. */
export class LogView implements WatchView {
  readonly #log: Logger;
  readonly #texts: WatchTexts;
  #timer: NodeJS.Timeout | undefined;

  constructor(log: Logger, texts: WatchTexts) {
    this.#log = log;
    this.#texts = texts;
  }

  start(_title: string, read: () => SocketPoolStats): void {
    this.#timer = everySecond(read, ({ workers }) => {
      const { line: lineOf, number, rate: rateOf } = this.#texts;
      for (const { worker, connections, utilization, byteRate } of workers) {
        const load = Math.round(utilization * 100);
        const line = lineOf(worker, number(connections), `${load} %`, rateOf(byteRate));
        const rate = Math.round(byteRate);
        this.#log.info({ event: 'load', worker, connections, load, bytesPerSecond: rate }, line);
      }
      this.#log.flush();
    });
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

function everySecond(
  read: () => SocketPoolStats,
  show: (rates: PoolRates) => void,
): NodeJS.Timeout {
  let before = read();
  let at = performance.now();
  const look = () => {
    const now = performance.now();
    const stats = read();
    show(poolRates(before, stats, Math.max(0.001, (now - at) / 1000)));
    [before, at] = [stats, now];
  };
  look();
  return setInterval(look, INTERVAL_MS).unref();
}
