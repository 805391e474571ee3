import { OwnerTime } from './owner-time.ts';

/**
 * Clients of one address that have gone and whose time is not forgotten yet.
 * @unit clients
 * @against a client that connects anew to begin with nothing taken, which fills the memory by it
 * @provenBy ./time-debts.spec.ts: remembers so many of one address
 */
const MAX_OF_ADDRESS = 256;

/**
 * Addresses of which something is remembered; beyond them the oldest is forgotten.
 * @unit addresses
 * @against the same, from many addresses
 * @provenBy ./time-debts.spec.ts: remembers so many addresses
 */
const MAX_ADDRESSES = 1000;

/**
 * What clients that have gone had taken of the owner's time. A new one from the same address takes it over from
 * one of them, so that connecting anew is no way around the pauses. Who has taken little leaves nothing.
 */
export class TimeDebts {
  readonly #byAddress = new Map<string, OwnerTime[]>();

  leave(address: string, time: OwnerTime, now: number): void {
    if (time.isRested(now)) return;
    const times = this.#byAddress.get(address) ?? [];
    if (times.length < MAX_OF_ADDRESS) times.push(time);
    this.#byAddress.set(address, times);
    if (this.#byAddress.size <= MAX_ADDRESSES) return;
    const [oldest] = this.#byAddress.keys();
    this.#byAddress.delete(oldest!);
  }

  /** For a new client. */
  takeOver(address: string, now: number): OwnerTime {
    const times = this.#byAddress.get(address) ?? [];
    while (times.length > 0) {
      const time = times.shift()!;
      if (!time.isRested(now)) return time;
    }
    this.#byAddress.delete(address);
    return new OwnerTime();
  }
}
