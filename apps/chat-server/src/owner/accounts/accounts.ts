import type { Store } from '../../store/store.ts';
import { hashPassword, verifyPassword } from '../../store/passwords.ts';
import type { StoredAccount } from '../../store/stored-state.ts';

/** Shortest password, in characters. */
export const MIN_PASSWORD_LENGTH = 6;

const REGISTRATIONS = 'registrations';

/** Who has an account. Passwords are hashed on other threads (argon2id), and never held. */
export class Accounts {
  readonly #store: Store | undefined;
  readonly #fold: (name: string) => string;
  readonly #accounts = new Map<string, StoredAccount>();
  /** Names that are being registered: the hash takes a while. */
  readonly #pending = new Set<string>();
  #hasTeacher = false;
  #isOpen: boolean;

  /** @param fold by which names are the same */
  constructor(store: Store | undefined, fold: (name: string) => string) {
    this.#store = store;
    this.#fold = fold;
    for (const account of store?.state.accounts ?? []) {
      this.#accounts.set(fold(account.name), account);
      this.#hasTeacher ||= account.isTeacher;
    }
    this.#isOpen = store?.state.settings[REGISTRATIONS] !== 'closed';
  }

  /** Whether new accounts may be made. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  set isOpen(isOpen: boolean) {
    this.#isOpen = isOpen;
    this.#store?.saveSetting(REGISTRATIONS, isOpen ? 'open' : 'closed');
  }

  get count(): number {
    return this.#accounts.size + this.#pending.size;
  }

  get(name: string): StoredAccount | undefined {
    return this.#accounts.get(this.#fold(name));
  }

  /** Whether the name is taken, or about to be. */
  isTaken(name: string): boolean {
    const key = this.#fold(name);
    return this.#accounts.has(key) || this.#pending.has(key);
  }

  /**
   * Makes an account, or gives it another password. Resolves when it is kept.
   * @throws CodedError `ERR_PASSWORDS_BUSY`, `ERR_CHAT_STORE_BUSY`
   */
  async save(name: string, password: string, isTeacher = false): Promise<void> {
    const key = this.#fold(name);
    this.#pending.add(key);
    try {
      const passwordHash = await hashPassword(password);
      const createdAt = this.get(name)?.createdAt ?? Date.now();
      const account = { name, passwordHash, createdAt, isTeacher };
      await this.#store?.saveAccount(account);
      this.#accounts.set(key, account);
      this.#hasTeacher ||= isTeacher;
    } finally {
      this.#pending.delete(key);
    }
  }

  /**
   * The account whose name and password these are.
   * @throws CodedError `ERR_PASSWORDS_BUSY`
   */
  async verify(name: string, password: string): Promise<StoredAccount | undefined> {
    const account = this.get(name);
    if (account === undefined) return undefined;
    return (await verifyPassword(password, account.passwordHash)) ? account : undefined;
  }

  /** Whether there is a teacher. */
  get hasTeacher(): boolean {
    return this.#hasTeacher;
  }

  /** Whether this account may do in the channel of the class what a teacher does. */
  isTeacher(name: string | undefined): boolean {
    return name !== undefined && (this.get(name)?.isTeacher ?? false);
  }
}
