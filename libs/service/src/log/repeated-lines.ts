import { escapeControls } from '@praktikum/protocol';
import { lineWriterOf, type LineWriter, type Logger } from './logger.ts';

/** The fields that the lines of one connection share, as they stand in each of them. */
export type SharedFields = string & { readonly shared: unique symbol };

/**
 * Lines of one event, at level `info`, that come with every message, at a fraction of the logger's cost:
 * what they share is serialized once, and the time once a millisecond. Each looks as `log.info` would write
 * it and goes where the logger's lines go. Secrets are not looked for: give it only fields whose
 * names are known.
 */
export class RepeatedLines {
  readonly enabled: boolean;
  readonly #log: Logger;
  readonly #event: string;
  readonly #writer: LineWriter;
  readonly #bindings: string;
  #millisecond = 0;
  #start = '';

  constructor(log: Logger, event: string) {
    this.#log = log;
    this.#event = event;
    this.#writer = lineWriterOf(log);
    this.enabled = log.isLevelEnabled('info');
    this.#bindings = serialize(log.bindings());
  }

  share(fields: Readonly<Record<string, string | number>>): SharedFields {
    return `${this.#bindings}${serialize({ event: this.#event, ...fields })}` as SharedFields;
  }

  /** @param bytes length of what was received */
  write(shared: SharedFields, bytes: number, text: string): void {
    const line = { event: this.#event, level: 'info', text, log: this.#log } as const;
    if (this.#writer.frequent?.isRare(line) === false) return;
    const message = JSON.stringify(escapeControls(text));
    this.#writer.destination.write(`${this.#now()}${shared},"bytes":${bytes},"msg":${message}}\n`);
  }

  #now(): string {
    const now = Date.now();
    if (now === this.#millisecond) return this.#start;
    this.#millisecond = now;
    this.#start = `{"level":"info","time":"${new Date(now).toISOString()}"`;
    return this.#start;
  }
}

/** `,"name":value` for each of them. */
function serialize(fields: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(fields).map(([name, value]) => {
    const harmless = typeof value === 'string' ? escapeControls(value) : value;
    return `,${JSON.stringify(name)}:${JSON.stringify(harmless)}`;
  });
  return members.join('');
}
