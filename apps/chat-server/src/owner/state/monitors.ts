import type { Client } from './client.ts';

/** Who watches which nick (IRCv3 MONITOR). */
export class Monitors {
  readonly #watchers = new Map<string, Set<Client>>();

  /** @param nick folded; @param shown as it was written */
  add(client: Client, nick: string, shown: string): void {
    let watchers = this.#watchers.get(nick);
    if (watchers === undefined) this.#watchers.set(nick, (watchers = new Set()));
    watchers.add(client);
    client.monitored.set(nick, shown);
  }

  remove(client: Client, nick: string): void {
    client.monitored.delete(nick);
    const watchers = this.#watchers.get(nick);
    watchers?.delete(client);
    if (watchers?.size === 0) this.#watchers.delete(nick);
  }

  /** It watches nobody any more. */
  clear(client: Client): void {
    for (const nick of client.monitored.keys()) this.remove(client, nick);
  }

  /** @param nick folded */
  watchersOf(nick: string): Iterable<Client> {
    return this.#watchers.get(nick) ?? [];
  }
}
