/** Who a message comes from: a client, `ani!a@lab`, or a server, `irc.example.org`. */
export interface Source {
  /** The nickname, or the server's name. */
  readonly name: string;
  readonly user?: string;
  readonly host?: string;
}

/**
 * Takes a source apart, given without its colon: `nick!user@host`, `nick@host`, `server.name`. The
 * first `@` begins the host, and a `!` behind it is part of the host. `formatSource` gives the same
 * text again, whatever it is.
 */
export function parseSource(source: string): Source {
  const at = source.indexOf('@');
  const before = at === -1 ? source : source.slice(0, at);
  const mark = before.indexOf('!');
  return {
    name: mark === -1 ? before : before.slice(0, mark),
    ...(mark === -1 ? {} : { user: before.slice(mark + 1) }),
    ...(at === -1 ? {} : { host: source.slice(at + 1) }),
  };
}

/** `nick!user@host`, without what is not there. */
export function formatSource({ name, user, host }: Source): string {
  return name + (user === undefined ? '' : `!${user}`) + (host === undefined ? '' : `@${host}`);
}
