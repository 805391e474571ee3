import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';

/**
 * A descriptor that is held so that it can be had: what needs one for a moment releases it first. Node
 * drops a message with a socket when no descriptor is free for it, and tells nobody.
 */
export class SpareDescriptor {
  #descriptor: number | undefined;

  hold(): void {
    try {
      this.#descriptor ??= openSync(devNull, 'r');
    } catch {
      // None is free now; the next one to hold it may have more luck.
    }
  }

  release(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
