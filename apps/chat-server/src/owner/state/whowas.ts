/** A user that has gone, or has changed the nick. */
export interface FormerUser {
  readonly nick: string;
  readonly username: string;
  readonly host: string;
  readonly realname: string;
  /** In ms since 1970. */
  readonly leftAt: number;
}

/** Users that have gone, the last ones, for WHOWAS. */
export class Whowas {
  readonly #most: number;
  readonly #users: { readonly key: string; readonly user: FormerUser }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** @param key the folded nick */
  add(key: string, user: FormerUser): void {
    if (this.#most === 0) return;
    this.#users.push({ key, user });
    if (this.#users.length > this.#most) this.#users.shift();
  }

  /** The newest first. @param key the folded nick */
  find(key: string): FormerUser[] {
    return this.#users
      .filter((one) => one.key === key)
      .map(({ user }) => user)
      .reverse();
  }
}
