import { codeOf, messageOf } from '@praktikum/protocol';
import type { WorkerLink } from '@praktikum/socket-pool';
import type { ServiceOwner } from '@praktikum/server-program';
import { readUpRecords, type UpRecord } from '../line/up-records.ts';
import type { Store } from '../store/store.ts';
import { Client } from './state/client.ts';
import { cloak } from './state/cloak.ts';
import type { Command } from './command.ts';
import { Dispatcher } from './dispatcher.ts';
import type { Network } from './state/network.ts';
import { remove } from './connection/quit.ts';

/** Owns users and channels, and decides the order of what happens: it takes what the workers' clients send. */
export class ChatOwner implements ServiceOwner<Uint8Array, Uint8Array> {
  readonly #network: Network;
  readonly #dispatcher: Dispatcher;
  readonly #store: Store | undefined;
  readonly #cloakKey: string;

  /** @param cloakKey a secret, by which addresses are hidden */
  constructor(
    network: Network,
    commands: ReadonlyMap<string, Command>,
    { store, cloakKey }: { readonly store: Store | undefined; readonly cloakKey: string },
  ) {
    this.#network = network;
    this.#dispatcher = new Dispatcher(network, commands);
    this.#store = store;
    this.#cloakKey = cloakKey;
  }

  *receive(worker: WorkerLink<Uint8Array>, buffer: Uint8Array): Generator<void> {
    for (const record of readUpRecords(buffer)) {
      this.#takeSafely(worker, record);
      yield;
    }
  }

  turnEnded(): void {
    this.#network.outgoing.flush();
  }

  /** A worker has died: its clients have gone with it, and no word of theirs will come. */
  left(worker: WorkerLink<Uint8Array>): void {
    const { outgoing, clients } = this.#network;
    const desk = outgoing.deskOf(worker);
    for (const client of [...clients.values()]) {
      if (client.desk === desk) remove(this.#network, client, 'Connection lost');
    }
    outgoing.forget(worker);
  }

  async close(): Promise<void> {
    await this.#store?.close();
  }

  /** A mistake of ours about one client must not end the server for all. */
  #takeSafely(worker: WorkerLink<Uint8Array>, record: UpRecord): void {
    try {
      this.#take(worker, record);
    } catch (error) {
      const { kind, client } = record;
      const reason = messageOf(error);
      const { log, words } = this.#network;
      log.error(
        { event: 'record-failed', connection: client, kind, code: codeOf(error), reason },
        words.log.recordFailed(client, reason),
      );
    }
  }

  #take(worker: WorkerLink<Uint8Array>, record: UpRecord): void {
    if (record.kind === 'opened') return this.#open(worker, record);
    const client = this.#network.clients.get(record.client);
    if (client === undefined) return; // it has been ended already
    switch (record.kind) {
      case 'line':
      case 'fault':
        return this.#dispatcher.take(client, record);
      case 'ended':
        return this.#dispatcher.take(client, { isEnd: true });
      case 'closed':
        return remove(this.#network, client, record.reason);
    }
  }

  #open(worker: WorkerLink<Uint8Array>, record: UpRecord & { kind: 'opened' }): void {
    const { outgoing, clients, serverName, timeDebts } = this.#network;
    const { client: id, host: address, isSecure } = record;
    const host = cloak(address, this.#cloakKey);
    const ownerTime = timeDebts.takeOver(address, performance.now());
    const origin = { address, host, isSecure, serverName, ownerTime };
    clients.set(id, new Client(id, outgoing.deskOf(worker), origin));
  }
}
