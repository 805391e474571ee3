import { CAPABILITY } from '../../line/capability.ts';
import type { Client } from './client.ts';
import { lineFor, type CapabilityTag } from './line-parts.ts';

let batches = 0;

/** A name for a batch that no other has. */
export function newBatchName(): string {
  batches += 1;
  return batches.toString(36);
}

/**
 * Collects what a labelled command is answered by (IRCv3 labeled-response): nothing becomes ACK, one line bears
 * the label, several become a batch.
 */
export class Response {
  readonly #client: Client;
  readonly #label: string;
  readonly #lines: { readonly tags: readonly CapabilityTag[]; readonly line: string }[] = [];

  /** @param label as it came, escaped again: `label=a1` */
  constructor(client: Client, label: string) {
    this.#client = client;
    this.#label = label;
  }

  add(tags: readonly CapabilityTag[], line: string): void {
    this.#lines.push({ tags, line });
  }

  /** Sends what has been collected. */
  end(serverName: string): void {
    const { capabilities } = this.#client;
    const [first, ...more] = this.#lines;
    if (first === undefined) {
      return this.#client.write(`@${this.#label} :${serverName} ACK\r\n`);
    }
    // A batch that is the whole answer bears the label itself.
    const isBatch = /^:\S+ BATCH \+/.test(first.line);
    if (more.length === 0 || (isBatch && isWhole(this.#lines.map(({ line }) => line)))) {
      const lines = more.map(({ tags, line }) => lineFor(capabilities, tags, line));
      this.#client.write(
        lineFor(capabilities, first.tags, first.line, [this.#label]) + lines.join(''),
      );
      return;
    }
    this.#client.write(this.#batched(serverName, capabilities));
  }

  #batched(serverName: string, capabilities: number): string {
    const name = newBatchName();
    const start = `@${this.#label} :${serverName} BATCH +${name} labeled-response\r\n`;
    const lines = this.#lines.map(({ tags, line }) => {
      // What is in a batch within this one stays there.
      const isNested = tags.some(({ tag }) => tag.startsWith('batch='));
      return lineFor(capabilities, tags, line, isNested ? [] : [`batch=${name}`]);
    });
    return `${start}${lines.join('')}:${serverName} BATCH -${name}\r\n`;
  }
}

/** Whether the lines are one batch from its start to its end. */
function isWhole(lines: readonly string[]): boolean {
  const [, name] = / BATCH \+(\S+)/.exec(lines[0]!) ?? [];
  return name !== undefined && lines.at(-1)!.endsWith(` BATCH -${name}`);
}

/** Tags for the lines of a batch. */
export function batchTag(name: string): CapabilityTag {
  return { capability: CAPABILITY.batch, tag: `batch=${name}` };
}
