import type { NumberedClient } from '../shared/client.ts';
import type { ClosedConnection } from '../shared/closed-connection.ts';
import type { Report } from '../shared/messages.ts';
import { addClient, addClosed, noClients, noneClosed } from '../shared/report-columns.ts';

/**
 * How long news may wait for more of them.
 * @unit ms
 * @against figures of the pool that are older than this
 * @provenBy ./reports.spec.ts: waits a little for more, while nobody waits for a place
 */
export const REPORT_DELAY_MS = 5;

/**
 * What a worker tells the pool of its connections, many in one message: a message between threads
 * costs a quarter of a short connection. What somebody waits for is told in the same turn of the loop.
 */
export class Reports {
  readonly #post: (report: Report) => void;
  #accepted: number[] = [];
  #handoverMs: number[] = [];
  #taken = noClients();
  #asking = noClients();
  #closed = noneClosed();
  readonly #urgent: () => boolean;
  #timer: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;

  /** @param urgent whether clients wait for a place that one which has closed may free */
  constructor(post: (report: Report) => void, urgent: () => boolean) {
    this.#post = post;
    this.#urgent = urgent;
  }

  /** @param handoverMs how long it was on its way */
  accepted(id: number, handoverMs: number): void {
    this.#accepted.push(id);
    this.#handoverMs.push(handoverMs);
    this.#schedule();
  }

  taken(client: NumberedClient): void {
    addClient(this.#taken, client);
    this.#schedule();
  }

  asking(client: NumberedClient): void {
    addClient(this.#asking, client);
    this.#sendSoon();
  }

  closed(id: number, closed: ClosedConnection): void {
    addClosed(this.#closed, id, closed);
    this.#schedule();
  }

  /** Tells what there is to tell, at once. */
  send(): void {
    if (this.#timer === undefined && this.#immediate === undefined) return;
    clearTimeout(this.#timer);
    clearImmediate(this.#immediate);
    this.#timer = undefined;
    this.#immediate = undefined;
    const report: Report = {
      type: 'report',
      accepted: this.#accepted,
      handoverMs: this.#handoverMs,
      taken: this.#taken,
      asking: this.#asking,
      closed: this.#closed,
    };
    this.#accepted = [];
    this.#handoverMs = [];
    this.#taken = noClients();
    this.#asking = noClients();
    this.#closed = noneClosed();
    this.#post(report);
  }

  #schedule(): void {
    if (this.#urgent()) return this.#sendSoon();
    this.#timer ??= setTimeout(() => this.send(), REPORT_DELAY_MS);
  }

  #sendSoon(): void {
    this.#immediate ??= setImmediate(() => this.send());
  }
}
