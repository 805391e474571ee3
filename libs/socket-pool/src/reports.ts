import type { ClosedConnection } from './connection.ts';
import type { Report } from './messages.ts';

/**
 * What a worker tells the pool of its connections, one message for each turn of the event loop in
 * which there is something to tell: a message between threads costs more than a small answer.
 */
export class Reports {
  readonly #post: (report: Report) => void;
  #accepted: number[] = [];
  #closed: { id: number; closed: ClosedConnection }[] = [];
  #scheduled = false;

  constructor(post: (report: Report) => void) {
    this.#post = post;
  }

  accepted(id: number): void {
    this.#accepted.push(id);
    this.#schedule();
  }

  closed(id: number, closed: ClosedConnection): void {
    this.#closed.push({ id, closed });
    this.#schedule();
  }

  /** Tells what there is to tell, at once. */
  send(): void {
    if (!this.#scheduled) return;
    const report: Report = { type: 'report', accepted: this.#accepted, closed: this.#closed };
    this.#scheduled = false;
    this.#accepted = [];
    this.#closed = [];
    this.#post(report);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.send());
  }
}
