import { Places } from '../../shared/places.ts';

/** Why a client is not served. */
export type RefusalReason = 'queue-full' | 'queue-timeout' | 'address-limit' | 'closing';

export interface AdmissionLimits {
  readonly maxConnections: number;
  readonly maxConnectionsPerAddress: number;
  readonly maxQueued: number;
  readonly queueTimeoutMs: number;
}

export interface AdmissionActions<T> {
  serve(client: T): void;
  /** The client waits: so many are before it. */
  queued(client: T, before: number): void;
  refuse(client: T, reason: RefusalReason): void;
}

interface Waiting<T> {
  readonly client: T;
  readonly address: string;
  readonly timer: NodeJS.Timeout;
}

/**
 * Decides about every client: serve it now, let it wait its turn, or refuse it. Those who wait are
 * served in the order in which they came. It only counts; what a client is does not matter to it.
 */
export class Admission<T> {
  readonly #limits: AdmissionLimits;
  readonly #actions: AdmissionActions<T>;
  readonly #waiting = new Set<Waiting<T>>();
  readonly #perAddress = new Map<string, number>();
  readonly #onEmpty = new Set<() => void>();
  readonly #places: Places;
  #state: 'open' | 'held' | 'closed' = 'open';

  /** @param places where threads take places by themselves too, shared with them */
  constructor(
    limits: AdmissionLimits,
    actions: AdmissionActions<T>,
    places = new Places(Places.allocate(), limits.maxConnections),
  ) {
    this.#limits = limits;
    this.#actions = actions;
    this.#places = places;
  }

  /** Clients being served. */
  get active(): number {
    return this.#places.active;
  }

  /** Clients waiting their turn. */
  get queued(): number {
    return this.#waiting.size;
  }

  offer(client: T, address: string): void {
    const { maxConnectionsPerAddress, maxQueued } = this.#limits;
    if (this.#state === 'closed') return this.#actions.refuse(client, 'closing');
    if (this.#count(address) >= maxConnectionsPerAddress) {
      return this.#actions.refuse(client, 'address-limit');
    }
    if (this.queued === 0 && this.#takePlace()) return this.#serve(client, address);
    if (this.queued >= maxQueued) return this.#actions.refuse(client, 'queue-full');
    this.#enqueue(client, address);
  }

  /** A thread has taken a place for this client by itself. */
  adopt(address: string): void {
    this.#remember(address);
  }

  /** A served client has gone: its place goes to the next one. */
  release(address: string): void {
    this.#forget(address);
    this.releasePlaces(1);
  }

  /** So many places are free again whose clients nobody knows. */
  releasePlaces(count: number): void {
    this.#places.release(count);
    this.#serveWaiting();
    if (this.active === 0) for (const tell of this.#onEmpty) tell();
  }

  /**
   * Waits until no client is being served.
   * @returns how many still are when the time is over
   */
  async emptied(deadlineMs: number): Promise<number> {
    if (this.active === 0) return 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, deadlineMs);
    this.#onEmpty.add(resolve);
    await promise;
    this.#onEmpty.delete(resolve);
    clearTimeout(timer);
    return this.active;
  }

  /** Nobody can serve at the moment: clients wait although places are free. */
  hold(): void {
    if (this.#state === 'open') this.#state = 'held';
  }

  resume(): void {
    if (this.#state !== 'held') return;
    this.#state = 'open';
    this.#serveWaiting();
  }

  /** Refuses everybody who waits and everybody who comes. */
  close(): void {
    this.#state = 'closed';
    for (const waiting of this.#waiting) this.#refuseWaiting(waiting, 'closing');
  }

  #takePlace(): boolean {
    return this.#state === 'open' && this.#places.take();
  }

  #serveWaiting(): void {
    for (const waiting of this.#waiting) {
      if (!this.#takePlace()) return;
      this.#leaveQueue(waiting);
      this.#serve(waiting.client, waiting.address);
    }
  }

  #serve(client: T, address: string): void {
    this.#remember(address);
    this.#actions.serve(client);
  }

  #enqueue(client: T, address: string): void {
    const waiting: Waiting<T> = {
      client,
      address,
      timer: setTimeout(
        () => this.#refuseWaiting(waiting, 'queue-timeout'),
        this.#limits.queueTimeoutMs,
      ),
    };
    this.#remember(address);
    this.#actions.queued(client, this.queued);
    this.#waiting.add(waiting);
    this.#places.waiting = this.queued;
  }

  #refuseWaiting(waiting: Waiting<T>, reason: RefusalReason): void {
    this.#leaveQueue(waiting);
    this.#actions.refuse(waiting.client, reason);
  }

  #leaveQueue(waiting: Waiting<T>): void {
    clearTimeout(waiting.timer);
    this.#waiting.delete(waiting);
    this.#places.waiting = this.queued;
    this.#forget(waiting.address);
  }

  #count(address: string): number {
    return this.#perAddress.get(address) ?? 0;
  }

  #remember(address: string): void {
    this.#perAddress.set(address, this.#count(address) + 1);
  }

  #forget(address: string): void {
    const left = this.#count(address) - 1;
    if (left > 0) this.#perAddress.set(address, left);
    else this.#perAddress.delete(address);
  }
}
