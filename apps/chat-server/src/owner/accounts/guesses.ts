/**
 * Passwords that one address may try for one account before it has to wait.
 * @unit passwords
 * @against a program that tries word after word for an account, over any number of connections
 * @provenBy ./guesses.spec.ts: lets so many guesses pass at once, and then one at a time, more and more slowly
 */
const FREE_GUESSES = 5;

/**
 * Time to the next guess after the free ones; it doubles with every further one.
 * @unit ms
 * @against the same
 * @provenBy ./guesses.spec.ts: lets so many guesses pass at once, and then one at a time, more and more slowly
 */
const FIRST_PAUSE_MS = 1000;

/**
 * Longest time between two guesses: 720 an hour.
 * @unit ms
 * @against a user who can hardly log in any more because somebody else guesses from the same address
 * @provenBy ./guesses.spec.ts: never makes the time between two guesses longer than the longest pause
 */
const LONGEST_PAUSE_MS = 5000;

/**
 * Longest wait behind the guesses of others from the same address for the same account, which come first. Who
 * would have to wait longer is refused, and told why.
 * @unit ms
 * @against guesses on many connections at once, which would all wait here
 * @provenBy ./guesses.spec.ts: refuses who would wait too long behind others
 */
const LONGEST_WAIT_MS = 60_000;

/**
 * After so long without a guess, from when one would have been looked at, all is forgotten.
 * @unit ms
 * @against mistakes of yesterday that make somebody wait today
 * @provenBy ./guesses.spec.ts: forgets after a while without guesses
 */
const FORGOTTEN_AFTER_MS = 15 * 60_000;

/**
 * Addresses with an account each whose guesses are counted; beyond them those that have been quiet longest are
 * forgotten.
 * @unit entries
 * @against guesses from addresses without end, which fill the memory
 * @provenBy ./guesses.spec.ts: counts for so many at a time
 */
const MAX_GUESSERS = 10_000;

interface Guesser {
  count: number;
  /** When the next guess may be looked at, in ms. */
  nextAt: number;
}

/**
 * Slows down who tries passwords. It goes by address and account together: a class that sits behind one
 * address is not made to wait for what one of it does to one account.
 */
export class Guesses {
  readonly #now: () => number;
  /** The one that has been quiet longest first. */
  readonly #guessers = new Map<string, Guesser>();

  /** @param now the time in ms, of a clock that is never set back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * Counts a guess before it is looked at, so that guesses at the same time are counted, too.
   * @param account folded
   * @returns ms to wait before it is looked at; undefined: it is not to be looked at
   */
  begin(address: string, account: string): number | undefined {
    const now = this.#now();
    const guesser = this.#guesser(keyOf(address, account), now);
    const wait = Math.max(0, guesser.nextAt - now);
    if (wait > LONGEST_WAIT_MS) return undefined;
    guesser.count += 1;
    guesser.nextAt = now + wait + pauseAfter(guesser.count);
    return wait;
  }

  /** It was right: whoever it was knows the password. */
  succeed(address: string, account: string): void {
    this.#guessers.delete(keyOf(address, account));
  }

  #guesser(key: string, now: number): Guesser {
    const known = this.#guessers.get(key);
    const isFresh = known !== undefined && now - known.nextAt <= FORGOTTEN_AFTER_MS;
    const guesser = isFresh ? known : { count: 0, nextAt: now };
    this.#guessers.delete(key); // to the end
    this.#guessers.set(key, guesser);
    if (this.#guessers.size > MAX_GUESSERS) {
      const [quietest] = this.#guessers.keys();
      this.#guessers.delete(quietest!);
    }
    return guesser;
  }
}

function pauseAfter(count: number): number {
  if (count < FREE_GUESSES) return 0;
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (count - FREE_GUESSES));
}

/** An address has no space. */
function keyOf(address: string, account: string): string {
  return `${address} ${account}`;
}
