/** What others wait for, which is looked at again whenever it may have changed. */
export class Waits {
  readonly #looks = new Set<() => void>();

  /** Something has changed: everybody who waits looks again. */
  changed(): void {
    for (const look of this.#looks) look();
  }

  /**
   * Waits for the first value that `find` gives.
   * @param find gives undefined for as long as there is nothing; what it throws ends the wait
   * @param late makes what is thrown at the deadline
   */
  first<T>(find: () => T | undefined, timeoutMs: number, late: () => Error): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (settled: () => void) => {
        clearTimeout(timer);
        this.#looks.delete(look);
        settled();
      };
      const look = () => {
        try {
          const found = find();
          if (found !== undefined) settle(() => resolve(found));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const timer = setTimeout(() => settle(() => reject(late())), timeoutMs);
      this.#looks.add(look);
      look();
    });
  }
}
