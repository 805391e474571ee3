/** What a program reads when it starts, and then keeps in memory. */
export interface StoredState {
  readonly accounts: readonly StoredAccount[];
  readonly channels: readonly StoredChannel[];
  readonly markers: readonly StoredMarker[];
  readonly settings: Readonly<Record<string, string>>;
}

export interface StoredAccount {
  readonly name: string;
  /** A PHC string, `$argon2id$v=19$m=…`. */
  readonly passwordHash: string;
  /** Milliseconds since 1970, as all times here. */
  readonly createdAt: number;
  readonly isTeacher: boolean;
}

export interface StoredChannel {
  readonly name: string;
  readonly createdAt: number;
  readonly topic?: { readonly text: string; readonly by: string; readonly at: number };
  /** The letters of the modes without a parameter: `nt`. */
  readonly modes: string;
  readonly key?: string;
  readonly limit?: number;
  readonly lists: readonly StoredListEntry[];
  /** Account to its prefix modes: `{ budi: 'o' }`. */
  readonly rights: Readonly<Record<string, string>>;
}

/** An entry of a channel's lists: modes `b`, `e`, `I`, `q`, … */
interface StoredListEntry {
  readonly mode: string;
  readonly mask: string;
  readonly by: string;
  readonly at: number;
}

/** How far an account has read (IRCv3 draft/read-marker). */
export interface StoredMarker {
  readonly account: string;
  readonly target: string;
  readonly time: number;
}
