import type { Store } from '../../store/store.ts';
import type { StoredChannel } from '../../store/stored-state.ts';
import { meaningOf } from './list-entry.ts';
import { LIST_MODES, type Channel, type ListMode } from './channel.ts';

/**
 * Channels that are kept for one account that has made them; further ones last as long as somebody is in them.
 * @unit channels
 * @against an account that makes channel after channel, each of which stays in memory and on disk
 * @provenBy ./channel-register.spec.ts: keeps no more channels of one account than so many
 */
const MAX_KEPT_OF_ACCOUNT = 20;

/**
 * Channels that are kept in all, beside that of the class.
 * @unit channels
 * @against the same, with many accounts
 * @provenBy ./channel-register.spec.ts: keeps no more channels in all than so many
 */
const MAX_KEPT = 10_000;

/**
 * What is kept of channels when nobody is in them and over a restart: topic, modes, lists, and the rights of
 * accounts. A channel that nobody with an account has rights in is not kept.
 */
export class ChannelRegister {
  readonly #store: Store | undefined;
  readonly #classChannel: string;
  readonly #fold: (text: string) => string;
  readonly #kept = new Map<string, StoredChannel>();
  /** In how many of them each account has rights. */
  readonly #counts = new Map<string, number>();

  /** @param classChannel folded; it is kept in any case */
  constructor(store: Store | undefined, classChannel: string, fold: (name: string) => string) {
    this.#store = store;
    this.#classChannel = classChannel;
    this.#fold = fold;
    for (const channel of store?.state.channels ?? []) this.#put(fold(channel.name), channel);
  }

  /** @param key the folded name */
  of(key: string): StoredChannel | undefined {
    return this.#kept.get(key);
  }

  /** The modes that an account has in a channel. */
  rightsOf(key: string, account: string | undefined): string {
    const rights = this.#kept.get(key)?.rights ?? {};
    // An account may be called `constructor`, which every object has.
    return account !== undefined && Object.hasOwn(rights, account) ? rights[account]! : '';
  }

  /** Nobody has rights there any more: the channel is the teacher's from now on. */
  forgetRights(key: string): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    const without = { ...kept, rights: {} };
    this.#put(key, without);
    this.#store?.saveChannel(key, without);
  }

  restore(channel: Channel, kept: StoredChannel): void {
    if (kept.topic) channel.topic = kept.topic;
    channel.modes.clear();
    for (const mode of kept.modes) channel.modes.add(mode);
    channel.password = kept.key;
    channel.limit = kept.limit;
    for (const { mode, mask, by, at } of kept.lists) {
      const meaning = meaningOf(mask, this.#fold);
      channel.lists[mode as ListMode].push({ mask, by, at, meaning });
    }
  }

  /**
   * Keeps a channel as it is now.
   * @param rights what has changed of them: account to modes, '' for none
   * @returns whether it is kept; false also where too many are
   */
  save(channel: Channel, rights: Readonly<Record<string, string>> = {}): boolean {
    const before = this.#kept.get(channel.key);
    const all = { ...before?.rights, ...rights };
    const held = Object.fromEntries(Object.entries(all).filter(([, modes]) => modes !== ''));
    const isOfClass = channel.key === this.#classChannel;
    if (Object.keys(held).length === 0 && !isOfClass) {
      if (before !== undefined) {
        this.#put(channel.key, undefined);
        this.#store?.removeChannel(channel.key);
      }
      return false;
    }
    if (before === undefined && !isOfClass && !this.#hasRoomFor(Object.keys(held))) return false;
    const kept: StoredChannel = {
      name: channel.name,
      createdAt: channel.createdAt,
      ...(channel.topic && { topic: channel.topic }),
      modes: [...channel.modes].join(''),
      ...(channel.password !== undefined && { key: channel.password }),
      ...(channel.limit !== undefined && { limit: channel.limit }),
      lists: LIST_MODES.flatMap((mode) =>
        channel.lists[mode].map(({ mask, by, at }) => ({ mode, mask, by, at })),
      ),
      rights: held,
    };
    this.#put(channel.key, kept);
    this.#store?.saveChannel(channel.key, kept);
    return true;
  }

  #hasRoomFor(accounts: readonly string[]): boolean {
    const isBelow = (account: string) => (this.#counts.get(account) ?? 0) < MAX_KEPT_OF_ACCOUNT;
    return this.#kept.size < MAX_KEPT && accounts.every(isBelow);
  }

  #put(key: string, channel: StoredChannel | undefined): void {
    const count = (rights: StoredChannel['rights'], change: number) => {
      for (const account of Object.keys(rights)) {
        this.#counts.set(account, (this.#counts.get(account) ?? 0) + change);
      }
    };
    count(this.#kept.get(key)?.rights ?? {}, -1);
    count(channel?.rights ?? {}, 1);
    if (channel === undefined) this.#kept.delete(key);
    else this.#kept.set(key, channel);
  }
}
