/** What a {@link LinkedSet} keeps in each of its members. */
export interface Linked<T> {
  previous: T | undefined;
  next: T | undefined;
}

/**
 * Members that come and go all the time, in the order in which they came. Not a `Set` or a `Map`: V8
 * links a table that has become too full to its successor. Once a collection has moved one into the old
 * space, all that were ever in are kept, and copied, until the next full collection. A member that has
 * gone from here refers to nobody.
 */
export class LinkedSet<T extends Linked<T>> {
  #first: T | undefined;
  #last: T | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Who has been in longest. */
  get first(): T | undefined {
    return this.#first;
  }

  /** @param member of no set */
  add(member: T): void {
    member.previous = this.#last;
    if (this.#last === undefined) this.#first = member;
    else this.#last.next = member;
    this.#last = member;
    this.#size += 1;
  }

  /** @param member of this set */
  delete(member: T): void {
    const { previous, next } = member;
    if (previous === undefined) this.#first = next;
    else previous.next = next;
    if (next === undefined) this.#last = previous;
    else next.previous = previous;
    member.previous = undefined;
    member.next = undefined;
    this.#size -= 1;
  }

  /** From the first to the last. The member that is being looked at may be taken out meanwhile. */
  *[Symbol.iterator](): Iterator<T> {
    for (let member = this.#first; member !== undefined;) {
      const { next } = member;
      yield member;
      member = next;
    }
  }
}
