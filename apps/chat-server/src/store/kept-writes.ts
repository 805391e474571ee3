import type { Settled, WeighedWrite, Write } from './thread-messages.ts';

/** Writes that wait for the disk. A later state of the same thing takes the place of an earlier one. */
export class KeptWrites {
  /** In the order in which they came. */
  readonly #writes = new Map<string, WeighedWrite>();

  get size(): number {
    return this.#writes.size;
  }

  /** @returns what needs to be kept no longer */
  keep(writes: readonly WeighedWrite[]): WeighedWrite[] {
    const replaced: WeighedWrite[] = [];
    for (const kept of writes) {
      const key = subjectOf(kept.write);
      const earlier = this.#writes.get(key);
      if (earlier) replaced.push(earlier);
      this.#writes.set(key, kept);
    }
    return replaced;
  }

  /** The first ones. */
  first(count: number): WeighedWrite[] {
    const first: WeighedWrite[] = [];
    for (const kept of this.#writes.values()) {
      if (first.length === count) break;
      first.push(kept);
    }
    return first;
  }

  drop(writes: readonly WeighedWrite[]): void {
    for (const { write } of writes) this.#writes.delete(subjectOf(write));
  }
}

/** What is reported of writes that wait no longer. */
export function settled(writes: readonly WeighedWrite[]): Settled {
  const history = { count: 0, bytes: 0 };
  const saves = { count: 0, bytes: 0 };
  for (const { write, bytes } of writes) {
    const waiting = write.type === 'record' ? history : saves;
    waiting.count += 1;
    waiting.bytes += bytes;
  }
  return { type: 'settled', history, saves };
}

/** The names in it have no spaces: they are names of IRC. */
function subjectOf(write: Write): string {
  switch (write.type) {
    case 'record':
      return `message ${write.message.msgid}`;
    case 'save-channel':
    case 'remove-channel':
      return `channel ${write.key}`;
    case 'save-marker':
      return `marker ${write.marker.account} ${write.marker.target}`;
    case 'save-setting':
      return `setting ${write.name}`;
  }
}
