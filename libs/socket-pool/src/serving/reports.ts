import type { OwnClient } from '../accept/worker-acceptor.ts';
import type { ClosedConnection } from './connection.ts';
import type { Report } from '../messages.ts';

/**
 * What a worker tells the pool of its connections, one message for each turn of the event loop in
 * which there is something to tell: a message between threads costs more than a small answer.
 */
export class Reports {
  readonly #post: (report: Report) => void;
  #accepted: number[] = [];
  #handoverMs: number[] = [];
  #taken: OwnClient[] = [];
  #asking: OwnClient[] = [];
  #closed: { id: number; closed: ClosedConnection }[] = [];
  #scheduled = false;

  constructor(post: (report: Report) => void) {
    this.#post = post;
  }

  /** @param handoverMs how long it was on its way */
  accepted(id: number, handoverMs: number): void {
    this.#accepted.push(id);
    this.#handoverMs.push(handoverMs);
    this.#schedule();
  }

  taken(client: OwnClient): void {
    this.#taken.push(client);
    this.#schedule();
  }

  asking(client: OwnClient): void {
    this.#asking.push(client);
    this.#schedule();
  }

  closed(id: number, closed: ClosedConnection): void {
    this.#closed.push({ id, closed });
    this.#schedule();
  }

  /** Tells what there is to tell, at once. */
  send(): void {
    if (!this.#scheduled) return;
    const report: Report = {
      type: 'report',
      accepted: this.#accepted,
      handoverMs: this.#handoverMs,
      taken: this.#taken,
      asking: this.#asking,
      closed: this.#closed,
    };
    this.#scheduled = false;
    this.#accepted = [];
    this.#handoverMs = [];
    this.#taken = [];
    this.#asking = [];
    this.#closed = [];
    this.#post(report);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.send());
  }
}
