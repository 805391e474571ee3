import type { Store } from '../../store/store.ts';
import type { StoredChannel } from '../../store/stored-state.ts';
import { LIST_MODES, type Channel, type ListMode } from './channel.ts';

/**
 * What is kept of channels when nobody is in them and over a restart: topic, modes, lists, and the rights of
 * accounts. A channel that nobody with an account has rights in is not kept.
 */
export class ChannelRegister {
  readonly #store: Store | undefined;
  readonly #classChannel: string;
  readonly #kept = new Map<string, StoredChannel>();

  /** @param classChannel folded; it is kept in any case */
  constructor(store: Store | undefined, classChannel: string, fold: (name: string) => string) {
    this.#store = store;
    this.#classChannel = classChannel;
    for (const channel of store?.state.channels ?? []) this.#kept.set(fold(channel.name), channel);
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
    this.#kept.set(key, without);
    this.#store?.saveChannel(key, without);
  }

  restore(channel: Channel, kept: StoredChannel): void {
    if (kept.topic) channel.topic = kept.topic;
    channel.modes.clear();
    for (const mode of kept.modes) channel.modes.add(mode);
    channel.password = kept.key;
    channel.limit = kept.limit;
    for (const { mode, mask, by, at } of kept.lists) {
      channel.lists[mode as ListMode].push({ mask, by, at });
    }
  }

  /** Keeps a channel as it is now. @param rights what has changed of them: account to modes, '' for none */
  save(channel: Channel, rights: Readonly<Record<string, string>> = {}): void {
    const before = this.#kept.get(channel.key);
    const all = { ...before?.rights, ...rights };
    const held = Object.fromEntries(Object.entries(all).filter(([, modes]) => modes !== ''));
    if (Object.keys(held).length === 0 && channel.key !== this.#classChannel) {
      if (this.#kept.delete(channel.key)) this.#store?.removeChannel(channel.key);
      return;
    }
    const kept: StoredChannel = {
      name: channel.name,
      createdAt: channel.createdAt,
      ...(channel.topic && { topic: channel.topic }),
      modes: [...channel.modes].join(''),
      ...(channel.password !== undefined && { key: channel.password }),
      ...(channel.limit !== undefined && { limit: channel.limit }),
      lists: LIST_MODES.flatMap((mode) => channel.lists[mode].map((entry) => ({ mode, ...entry }))),
      rights: held,
    };
    this.#kept.set(channel.key, kept);
    this.#store?.saveChannel(channel.key, kept);
  }
}
