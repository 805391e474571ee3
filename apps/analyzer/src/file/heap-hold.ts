import { setFlagsFromString } from 'node:v8';

/** Bytes of a capture after which the heap has the size it needs. */
const LARGE_CAPTURE_BYTES = 4_000_000;

/**
 * V8 lets the two halves of the young generation grow to 32 MB each when much passes through them, and
 * collects the old one when it has doubled or more: 400 MB of traffic took 160 MB of memory, of which
 * 100 were needed. The halves stay at what a few megabytes of traffic have made of them, and the old
 * one may grow by so many percent.
 */
const FLAGS = ['--semi-space-growth-factor=1', '--heap-growing-percent=30'];

/** Told how much of a capture comes, it keeps the memory level from {@link LARGE_CAPTURE_BYTES} on. */
export class HeapHold {
  #bytes = 0;

  read(bytes: number): void {
    const before = this.#bytes;
    this.#bytes += bytes;
    if (before >= LARGE_CAPTURE_BYTES || this.#bytes < LARGE_CAPTURE_BYTES) return;
    for (const flag of FLAGS) setFlagsFromString(flag);
  }
}
