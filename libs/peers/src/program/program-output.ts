import { StringDecoder } from 'node:string_decoder';
import { parseLogEvent, type LogEvent } from './log-event.ts';

/** The end of it is shown in an error: there a program says why it failed. */
const SHOWN_CHARACTERS = 8192;

/** What a program has printed so far: its bytes, its lines, the events among them. */
export class ProgramOutput {
  readonly maxBytes: number;
  #bytes = 0;
  readonly #stdout: Buffer[] = [];
  readonly #stderr: Buffer[] = [];
  /** What has come since the last look at its lines. */
  #unread: Buffer[] = [];
  readonly #decoder = new StringDecoder();
  #rest = '';
  readonly #lines: string[] = [];
  readonly #events: LogEvent[] = [];

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /** More than is kept has come. */
  get isTooMuch(): boolean {
    return this.#bytes > this.maxBytes;
  }

  pushStdout(chunk: Buffer): void {
    if (!this.#takes(chunk)) return;
    this.#stdout.push(chunk);
    this.#unread.push(chunk);
  }

  pushStderr(chunk: Buffer): void {
    if (this.#takes(chunk)) this.#stderr.push(chunk);
  }

  get stdout(): Buffer {
    return Buffer.concat(this.#stdout);
  }

  get stderr(): string {
    return Buffer.concat(this.#stderr).toString();
  }

  /** Whole lines of standard output only: the last one may still be on its way. */
  get lines(): readonly string[] {
    this.#read();
    return this.#lines;
  }

  get events(): readonly LogEvent[] {
    this.#read();
    return this.#events;
  }

  /** How it ends, to be shown in an error. */
  get tail(): string {
    return `${this.stdout.toString()}\n${this.stderr}`.slice(-SHOWN_CHARACTERS);
  }

  #takes(chunk: Buffer): boolean {
    this.#bytes += chunk.length;
    return !this.isTooMuch;
  }

  #read(): void {
    const lines = (this.#rest + this.#decoder.write(Buffer.concat(this.#unread))).split('\n');
    this.#unread = [];
    this.#rest = lines.pop()!;
    for (const line of lines) {
      this.#lines.push(line);
      const event = parseLogEvent(line);
      if (event !== undefined) this.#events.push(event);
    }
  }
}
