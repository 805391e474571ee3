import type { Socket } from 'node:net';
import { createInterface } from 'node:readline/promises';

/** What a probe says of its start. */
export interface ProbeStart {
  readonly args: readonly string[];
  /** Its version of Node. */
  readonly node: string;
  /** Whether its standard input and output are a terminal. */
  readonly terminal: readonly [input: boolean, output: boolean];
}

/** A probe that runs, as it tells of itself. */
export class Probe {
  readonly #lines: AsyncIterator<string>;

  constructor(socket: Socket) {
    this.#lines = createInterface(socket)[Symbol.asyncIterator]();
  }

  /** Comes before all else. */
  started(): Promise<ProbeStart> {
    return this.next() as Promise<ProbeStart>;
  }

  /** The next that happens to it: a signal, or what is typed. */
  async next(): Promise<unknown> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('the probe has ended');
    return JSON.parse(value);
  }

  /** All that happens to it from now on, until its process has ended. */
  async untilEnd(): Promise<unknown[]> {
    const all: unknown[] = [];
    for (let line; !(line = await this.#lines.next()).done;) all.push(JSON.parse(line.value));
    return all;
  }
}
