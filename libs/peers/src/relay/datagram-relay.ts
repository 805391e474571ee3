import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Endpoint } from '@praktikum/protocol';
import { DatagramFates, type DatagramFate, type DatagramNetwork } from './datagram-fate.ts';
import { DatagramLine } from './datagram-line.ts';

/**
 * Clients that a relay tells apart at once. Each needs a socket of its own towards the server; when one more
 * comes, the one that has been silent longest is forgotten.
 * @unit clients
 * @against descriptors taken by senders with ever new ports
 * @provenBy ./datagram-relay.spec.ts: forgets the client that was silent longest
 */
export const MAX_RELAY_CLIENTS = 64;

export type DatagramDirection = 'to-server' | 'to-client';

/** What the relay has decided about one datagram, as it came. */
export interface RelayDecision extends DatagramFate {
  /** Milliseconds since the relay began. */
  readonly atMs: number;
  readonly direction: DatagramDirection;
  /** Clients are numbered from 1. */
  readonly client: number;
  /** Datagrams of this client and direction are numbered from 1. */
  readonly number: number;
  readonly datagram: Buffer;
  /** Too many were on their way already: it is lost, against the decision. */
  readonly overflow: boolean;
}

export interface DatagramRelayOptions extends DatagramNetwork {
  /** Where it listens. Default: a free port of 127.0.0.1. */
  readonly listen?: Endpoint;
  readonly decided?: (decision: RelayDecision) => void;
  /** An error of a socket towards the server: `ECONNREFUSED` where nobody listens. */
  readonly failed?: (error: Error, client: number) => void;
}

interface RelayClient {
  readonly number: number;
  readonly server: Socket;
  readonly lines: Record<DatagramDirection, DatagramLine>;
}

/** A network for datagrams between clients and a server: loses, delays, holds back and doubles them, and says so. */
export class DatagramRelay {
  readonly endpoint: Endpoint;
  readonly #socket: Socket;
  readonly #to: Endpoint;
  readonly #options: DatagramRelayOptions;
  /** By address and port; the one that was heard of last stands last. */
  readonly #clients = new Map<string, RelayClient>();
  readonly #began = performance.now();
  #count = 0;

  /**
   * @param to an address, not a name
   * @throws an error of the system: `EADDRINUSE`, `EACCES` …
   */
  static async listen(to: Endpoint, options: DatagramRelayOptions = {}): Promise<DatagramRelay> {
    const { host, port } = options.listen ?? { host: '127.0.0.1', port: 0 };
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
    socket.bind(port, host);
    await once(socket, 'listening');
    return new DatagramRelay(socket, to, options);
  }

  private constructor(socket: Socket, to: Endpoint, options: DatagramRelayOptions) {
    const { address: host, port } = socket.address();
    this.endpoint = { host, port };
    this.#socket = socket;
    this.#to = to;
    this.#options = options;
    socket.on('message', (datagram, from) => this.#take(datagram, from));
    socket.on('error', () => undefined); // of a client that has gone
  }

  /** What is still on its way is lost. */
  async close(): Promise<void> {
    for (const key of [...this.#clients.keys()]) this.#forget(key);
    this.#socket.close();
    await once(this.#socket, 'close');
  }

  #take(datagram: Buffer, from: RemoteInfo): void {
    const key = `${from.address} ${from.port}`;
    const client = this.#clients.get(key) ?? this.#meet(from);
    this.#clients.delete(key);
    this.#clients.set(key, client);
    this.#pass(client, 'to-server', datagram);
  }

  #meet({ address, port }: RemoteInfo): RelayClient {
    if (this.#clients.size >= MAX_RELAY_CLIENTS) this.#forget(this.#clients.keys().next().value!);
    const number = (this.#count += 1);
    const server = createSocket(this.#to.host.includes(':') ? 'udp6' : 'udp4');
    const connected = once(server, 'connect');
    const toServer = (datagram: Buffer) =>
      void connected.then(() => server.send(datagram)).catch(() => undefined); // it was forgotten
    const toClient = (datagram: Buffer) => this.#socket.send(datagram, port, address);
    const lines = {
      'to-server': new DatagramLine(new DatagramFates(this.#options, 2 * number), toServer),
      'to-client': new DatagramLine(new DatagramFates(this.#options, 2 * number + 1), toClient),
    };
    const client = { number, server, lines };
    server.on('message', (datagram) => this.#pass(client, 'to-client', datagram));
    server.on('error', (error) => this.#options.failed?.(error, number));
    server.connect(this.#to.port, this.#to.host);
    return client;
  }

  #pass({ number: client, lines }: RelayClient, direction: DatagramDirection, datagram: Buffer) {
    const passed = lines[direction].pass(datagram);
    const atMs = performance.now() - this.#began;
    this.#options.decided?.({ atMs, direction, client, datagram, ...passed });
  }

  #forget(key: string): void {
    const { server, lines } = this.#clients.get(key)!;
    this.#clients.delete(key);
    for (const line of Object.values(lines)) line.end();
    server.close();
  }
}
