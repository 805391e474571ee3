import type { Transferable } from 'node:worker_threads';

/**
 * What owns the state that many connections share, such as the rooms of a chat: one object in the main
 * thread, to which all workers have a line. It decides the order of things. It never sees a socket.
 */
export interface Owner<Up, Down> {
  /** A worker can serve, or speaks before it can. */
  joined?(worker: WorkerLink<Down>): void;
  /**
   * What one of its workers says. It must not throw: that ends the process.
   * @returns what is left to do of it, one step a call, when that may take long: between two steps the rest of
   *   the thread may have a turn, and no other message is given before it is done. Nothing: it is done
   */
  receive(worker: WorkerLink<Down>, message: Up): Iterator<void> | void;
  /** Everything that had come has been worked through, or the time of a turn is out: what is sent now leaves at once. */
  turnEnded?(): void;
  /**
   * The worker has gone, and its connections with it; nothing more will come from it. One that replaces it
   * joins anew.
   */
  left?(worker: WorkerLink<Down>): void;
}

/** The owner's line to one worker. */
export interface WorkerLink<Down> {
  /** 1 to the number of workers. One that replaces another has its number and a link of its own. */
  readonly worker: number;
  /**
   * Sends it; messages of one turn of the event loop go together, and those that `receive` sends leave as
   * soon as all that has come from the workers has been worked through.
   * @param transfer what moves to the worker with it
   * @returns false when the worker is gone or is being ended: one that has fallen too far behind is
   */
  send(message: Down, transfer?: readonly Transferable[]): boolean;
}

/** A worker's line to the owner. */
export interface OwnerLink<Up, Down> {
  /**
   * Sends it at the end of this turn of the event loop.
   * @param transfer what moves to the owner with it
   * @returns false when too much waits there already: it was not taken. Read no more until {@link room}
   */
  send(message: Up, transfer?: readonly Transferable[]): boolean;
  /** Sends what waits for the end of the turn at once. */
  flush(): void;
  /** Resolves when it takes messages again. */
  room(): Promise<void>;
  /** Resolves when the owner has worked through all that was sent until now, and has sent its answers. */
  workedThrough(): Promise<void>;
  /**
   * Gets what the owner sends: everything that has come, at once, so that what belongs together can be done
   * together. Until then it waits.
   */
  onMessages(take: (messages: readonly Down[]) => void): void;
}
