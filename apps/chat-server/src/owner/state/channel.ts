import type { Client } from './client.ts';
import type { ListEntry } from './list-entry.ts';
import type { Desk } from './outgoing.ts';

/** The membership modes, the highest first, with the signs before a nick. */
export const MEMBERSHIPS = [
  { mode: 'o', sign: '@' },
  { mode: 'h', sign: '%' },
  { mode: 'v', sign: '+' },
] as const;

/** What one member of a channel may do there. */
export class Membership {
  readonly modes = new Set<string>();
  readonly joinedAt = Date.now();

  /** All signs of the member, the highest first: `@+`. */
  get signs(): string {
    return MEMBERSHIPS.filter(({ mode }) => this.modes.has(mode))
      .map(({ sign }) => sign)
      .join('');
  }

  /** 3: operator, 2: half-operator, 1: voiced, 0: none of them. */
  get rank(): number {
    const at = MEMBERSHIPS.findIndex(({ mode }) => this.modes.has(mode));
    return at === -1 ? 0 : MEMBERSHIPS.length - at;
  }
}

export interface Topic {
  readonly text: string;
  readonly by: string;
  /** In seconds since 1970. */
  readonly at: number;
}

/** One channel: it is there as long as it has members. */
export class Channel {
  /** By which workers know it. */
  readonly number: number;
  /** As it was written when it was made. */
  readonly name: string;
  /** Folded: by which it is found, and the key of its history. */
  readonly key: string;
  readonly createdAt: number;
  topic: Topic | undefined;
  /** Those that are on or off: i m n s t. */
  readonly modes: Set<string>;
  /** Of +k. */
  password: string | undefined;
  /** Of +l. */
  limit: number | undefined;
  readonly lists: Record<ListMode, ListEntry[]> = { b: [], e: [], I: [], q: [] };
  readonly members = new Map<Client, Membership>();
  /** How many members each worker has. */
  readonly #desks = new Map<Desk, number>();

  constructor(number: number, name: string, key: string, createdAt: number) {
    this.number = number;
    this.name = name;
    this.key = key;
    this.createdAt = createdAt;
    this.modes = new Set(['n', 't']);
  }

  /** The workers that have members. */
  get desks(): Iterable<Desk> {
    return this.#desks.keys();
  }

  add(client: Client): Membership {
    const membership = new Membership();
    this.members.set(client, membership);
    client.channels.set(this, membership);
    this.#desks.set(client.desk, (this.#desks.get(client.desk) ?? 0) + 1);
    client.desk.records.join(client.id, this.number);
    return membership;
  }

  remove(client: Client): void {
    if (!this.members.delete(client)) return;
    client.channels.delete(this);
    const left = this.#desks.get(client.desk)! - 1;
    if (left === 0) this.#desks.delete(client.desk);
    else this.#desks.set(client.desk, left);
    client.desk.records.part(client.id, this.number);
  }
}

/** One of the list modes. */
export const LIST_MODES = ['b', 'e', 'I', 'q'] as const;
export type ListMode = (typeof LIST_MODES)[number];
