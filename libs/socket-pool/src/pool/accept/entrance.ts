import type { Endpoint } from '@praktikum/protocol';
import type { ListenerSettings } from '../../shared/pool-settings.ts';
import type { Admission } from './admission.ts';

/** A listener by its name, and where it is to listen. */
export type ListenerPlace = Pick<ListenerSettings, 'name' | 'endpoint'>;

/** Where clients come in: through listeners in this thread, or in each worker. */
export interface Entrance {
  /** Clients accepted since the start, refused ones included. */
  readonly accepted: number;
  /** Clients refused since the start. */
  readonly refused: number;
  /** Shared memory in which the places for clients are counted: workers may look at it. */
  readonly places: SharedArrayBuffer;
  readonly admission: Pick<
    Admission<never>,
    'active' | 'queued' | 'emptied' | 'hold' | 'resume' | 'releasePlaces'
  >;
  /**
   * @param others descriptors that the rest of the program may need meanwhile
   * @param threads of the pool
   * @returns where each of them listens, with the port that the system chose for port 0
   * @throws CodedError `EMFILE` when there are descriptors for no client; what `listen()` fails with,
   *   with the name of the listener
   */
  listen(
    listeners: readonly ListenerPlace[],
    others: number,
    threads: number,
  ): Promise<readonly Endpoint[]>;
  /** Threads have come or gone: there are descriptors for fewer clients, or for more. */
  measureRoom(): void;
  /** A client of this address that was served has gone. */
  release(address: string): void;
  /**
   * Lets those in who have connected already, for so many milliseconds at the most, then stops listening and
   * refuses those who wait.
   */
  close(deadlineMs: number): Promise<void>;
  /** Resolves when those who were refused have gone, after `lingerMs` at the latest. */
  dismissed(): Promise<void>;
  /** Cuts off those who are being said goodbye to. */
  destroy(): void;
}
