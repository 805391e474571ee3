import type { Store } from '../../store/store.ts';
import type { StoredMarker } from '../../store/stored-state.ts';
import type { Client } from './client.ts';

/**
 * Conversations for which one client without an account may have read markers.
 * @unit markers
 * @against a client that sets markers for names without end
 * @provenBy ../../../integration/history.spec.ts: keeps no more read markers than so many for one client
 */
const MAX_MARKERS = 500;

/** How far users have read (IRCv3 read-marker): common to all connections of an account, and kept. */
export class Markers {
  readonly #store: Store | undefined;
  readonly #ofAccounts = new Map<string, Map<string, number>>();
  readonly #ofClients = new WeakMap<Client, Map<string, number>>();

  constructor(store: Store | undefined, stored: readonly StoredMarker[]) {
    this.#store = store;
    for (const { account, target, time } of stored) {
      const markers = this.#ofAccounts.get(account) ?? new Map<string, number>();
      this.#ofAccounts.set(account, markers.set(target, time));
    }
  }

  /** In ms since 1970. @param account folded; @param target folded */
  get(client: Client, account: string | undefined, target: string): number | undefined {
    return this.#of(client, account)?.get(target);
  }

  /**
   * Moves a marker forward, never back.
   * @returns where it is now; undefined when there are too many
   */
  set(
    client: Client,
    account: string | undefined,
    target: string,
    time: number,
  ): number | undefined {
    let markers = this.#of(client, account);
    if (markers === undefined) {
      markers = new Map();
      if (account === undefined) this.#ofClients.set(client, markers);
      else this.#ofAccounts.set(account, markers);
    }
    const before = markers.get(target);
    if (before !== undefined && before >= time) return before;
    if (before === undefined && markers.size >= MAX_MARKERS) return undefined;
    markers.set(target, time);
    if (account !== undefined) this.#store?.saveMarker({ account, target, time });
    return time;
  }

  #of(client: Client, account: string | undefined): Map<string, number> | undefined {
    return account === undefined ? this.#ofClients.get(client) : this.#ofAccounts.get(account);
  }
}
