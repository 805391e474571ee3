/**
 * Entries by numbers that are used once. Not a `Map`, which entries that come and go all the time fill
 * with garbage (see LinkedSet): V8 keeps an object with such keys as a hash table without links.
 */
export class NumberedEntries<T> {
  #entries: Record<number, T> = Object.create(null) as Record<number, T>;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @param key of no entry */
  add(key: number, entry: T): void {
    this.#entries[key] = entry;
    this.#size += 1;
  }

  /** @returns the entry that was there */
  take(key: number): T | undefined {
    const entry = this.#entries[key];
    if (entry === undefined) return undefined;
    delete this.#entries[key];
    this.#size -= 1;
    return entry;
  }

  /** With their numbers, from the smallest. */
  all(): [number, T][] {
    return Object.entries(this.#entries).map(([key, entry]) => [Number(key), entry]);
  }

  /** @returns what was there */
  takeAll(): T[] {
    const entries = Object.values(this.#entries);
    this.#entries = Object.create(null) as Record<number, T>;
    this.#size = 0;
    return entries;
  }
}
