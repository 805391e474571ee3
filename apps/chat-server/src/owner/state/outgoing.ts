import type { WorkerLink } from '@praktikum/socket-pool';
import { writeCast, type Cast } from '../../line/cast.ts';
import { DownRecords } from '../../line/down-records.ts';
import { RecordWriter } from '../../line/record-writer.ts';

/** What one worker is to be told at the end of this turn. */
export class Desk {
  readonly link: WorkerLink<Uint8Array>;
  readonly records: DownRecords;
  readonly #writer = new RecordWriter();

  constructor(link: WorkerLink<Uint8Array>) {
    this.link = link;
    this.records = new DownRecords(this.#writer);
  }

  /** Sends it, in one buffer that moves to the worker. */
  flush(): void {
    if (this.#writer.isEmpty) return;
    const bytes = this.#writer.take();
    this.link.send(bytes, [bytes.buffer]);
  }
}

/** A client as far as lines to it are concerned. */
export interface Receiver {
  readonly id: number;
  readonly desk: Desk;
}

/** What goes to the workers: one buffer for each when the input of a turn has been worked through. */
export class Outgoing {
  readonly #desks = new Map<WorkerLink<Uint8Array>, Desk>();
  readonly #cast = new RecordWriter();

  deskOf(link: WorkerLink<Uint8Array>): Desk {
    let desk = this.#desks.get(link);
    if (desk === undefined) this.#desks.set(link, (desk = new Desk(link)));
    return desk;
  }

  /** The worker has gone. */
  forget(link: WorkerLink<Uint8Array>): void {
    this.#desks.delete(link);
  }

  /** @param desks those that have members of the channel; @param except a client that does not get it, or 0 */
  toChannel(desks: Iterable<Desk>, channel: number, cast: Cast, except: number): void {
    writeCast(this.#cast, cast);
    const bytes = this.#cast.view();
    for (const desk of desks) desk.records.toChannel(channel, except, bytes);
  }

  toClients(receivers: Iterable<Receiver>, cast: Cast): void {
    const byDesk = new Map<Desk, number[]>();
    for (const { id, desk } of receivers) {
      const ids = byDesk.get(desk);
      if (ids) ids.push(id);
      else byDesk.set(desk, [id]);
    }
    if (byDesk.size === 0) return;
    writeCast(this.#cast, cast);
    const bytes = this.#cast.view();
    for (const [desk, ids] of byDesk) desk.records.toClients(ids, bytes);
  }

  flush(): void {
    for (const desk of this.#desks.values()) desk.flush();
  }
}
