import type { Socket } from 'node:net';
import { dismiss } from './dismiss.ts';

/**
 * Refused clients that are said goodbye to at the same time; beyond that they are cut off.
 * @unit connections
 * @against a flood of refused clients whose goodbyes take all descriptors
 * @provenBy ../pool/accept/acceptor.spec.ts: says goodbye to so many refused clients and cuts the next one off
 */
const MAX_DISMISSING = 256;

/** The clients that were refused and have not gone yet. */
export class Dismissals {
  readonly #lingerMs: number;
  readonly #gone: () => void;
  readonly #sockets = new Set<Socket>();

  /** @param gone told of each one that has left */
  constructor(lingerMs: number, gone: () => void) {
    this.#lingerMs = lingerMs;
    this.#gone = gone;
  }

  get size(): number {
    return this.#sockets.size;
  }

  add(socket: Socket): void {
    if (this.size >= MAX_DISMISSING) return void socket.destroy();
    this.#sockets.add(socket);
    socket.once('close', () => {
      this.#sockets.delete(socket);
      this.#gone();
    });
    dismiss(socket, this.#lingerMs);
  }

  /** Resolves when all have gone, after `lingerMs` at the latest. */
  async ended(): Promise<void> {
    const gone = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));
    await Promise.all([...this.#sockets].map(gone));
  }

  destroy(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
