import type { RecordWriter } from './record-writer.ts';

/** What the owner tells a worker: one byte in front of each record. `client` is the number of a connection. */
export const DOWN = {
  /** client, lines with their ends: for this client. */
  send: 1,
  /** channel, client or 0, cast: for all members of the channel that this worker has, but not for this client. */
  toChannel: 2,
  /** count, clients, cast: for these clients. */
  toClients: 3,
  /** client, channel: it is a member from now on. */
  join: 4,
  /** client, channel: it is none any more. */
  part: 5,
  /** client, bits: the capabilities that it has. */
  capabilities: 6,
  /** client: it is registered. */
  registered: 7,
  /** client: end the connection once everything has been written. */
  close: 8,
} as const;

/** Writes for one worker what its clients are to get. */
export class DownRecords {
  readonly #writer: RecordWriter;

  constructor(writer: RecordWriter) {
    this.#writer = writer;
  }

  send(client: number, lines: string): void {
    this.#writer.byte(DOWN.send).number(client).text(lines);
  }

  toChannel(channel: number, except: number, cast: Uint8Array): void {
    this.#writer.byte(DOWN.toChannel).number(channel).number(except).append(cast);
  }

  toClients(clients: readonly number[], cast: Uint8Array): void {
    this.#writer.byte(DOWN.toClients).number(clients.length);
    for (const client of clients) this.#writer.number(client);
    this.#writer.append(cast);
  }

  join(client: number, channel: number): void {
    this.#writer.byte(DOWN.join).number(client).number(channel);
  }

  part(client: number, channel: number): void {
    this.#writer.byte(DOWN.part).number(client).number(channel);
  }

  capabilities(client: number, bits: number): void {
    this.#writer.byte(DOWN.capabilities).number(client).number(bits);
  }

  registered(client: number): void {
    this.#writer.byte(DOWN.registered).number(client);
  }

  close(client: number): void {
    this.#writer.byte(DOWN.close).number(client);
  }
}
