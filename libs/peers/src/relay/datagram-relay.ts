import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Endpoint } from '@praktikum/protocol';
import { DatagramFates, type DatagramFate, type DatagramNetwork } from './datagram-fate.ts';
import { DatagramLine, type DatagramExit } from './datagram-line.ts';

/**
 * Clients that a relay tells apart at once. Each needs a socket of its own towards the server; when one more
 * comes, the one that has been silent longest is forgotten.
 * @unit clients
 * @against descriptors taken by senders with ever new ports
 * @provenBy ./datagram-relay.spec.ts: forgets the client that was silent longest
 */
export const MAX_RELAY_CLIENTS = 64;

/**
 * How long a client may be silent, and its server, until it is forgotten: as home routers do it.
 * @unit ms
 * @against descriptors kept for clients that have gone
 * @provenBy ./datagram-relay.spec.ts: forgets a client that has been silent for so long
 */
const MAX_SILENCE_MS = 120_000;

/**
 * Bytes that may wait in one socket to be sent; what comes then is lost.
 * @unit bytes
 * @against datagrams that wait in memory because the network takes none
 * @provenBy ./datagram-line.spec.ts: loses what the system does not take, and says so
 */
const MAX_SEND_QUEUE_BYTES = 4 * 1024 * 1024;

/** Room for datagrams that come while this process has to wait for its turn; systems may give less. */
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;

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

/** A copy of a datagram that the relay hands on: one that is delivered twice has two. */
export interface RelayDelivery {
  /** Milliseconds since the relay began. */
  readonly atMs: number;
  readonly direction: DatagramDirection;
  readonly client: number;
  /** That of the decision. */
  readonly number: number;
  readonly datagram: Buffer;
}

export interface DatagramRelayOptions extends DatagramNetwork {
  /** Where it listens. Default: a free port of 127.0.0.1. */
  readonly listen?: Endpoint;
  /** After so much silence a client is forgotten, in milliseconds. Default: two minutes. */
  readonly maxSilenceMs?: number;
  readonly decided?: (decision: RelayDecision) => void;
  /** Told of each copy as it leaves: after `decided`, unless it was on its way for no time at all. */
  readonly delivered?: (delivery: RelayDelivery) => void;
  /**
   * Told of each copy that the system did not take after all, although `delivered` has told of it: no
   * descriptor was free, or nobody listens (ECONNREFUSED).
   */
  readonly unsent?: (copy: Omit<RelayDelivery, 'atMs'>) => void;
  /** An error of a socket towards the server: `ECONNREFUSED` where nobody listens. */
  readonly failed?: (error: Error, client: number) => void;
}

interface RelayClient {
  readonly number: number;
  readonly server: Socket;
  readonly lines: Record<DatagramDirection, DatagramLine>;
  readonly silence: NodeJS.Timeout;
}

/** Gives a copy to the system, and says whether that took it. */
type Hand = (datagram: Buffer, done: (error: Error | null) => void) => void;

/** A network for datagrams between clients and a server: loses, delays, holds back and doubles them, and says so. */
export class DatagramRelay {
  readonly endpoint: Endpoint;
  readonly #socket: Socket;
  readonly #to: Endpoint;
  readonly #options: DatagramRelayOptions;
  /** By address and port; the one that was heard of last stands last. */
  readonly #clients = new Map<string, RelayClient>();
  readonly #began = performance.now();
  readonly #cut: Record<DatagramDirection, number> = { 'to-server': 0, 'to-client': 0 };
  #count = 0;

  /**
   * @param to an address, not a name
   * @throws an error of the system: `EADDRINUSE`, `EACCES` …
   */
  static async listen(to: Endpoint, options: DatagramRelayOptions = {}): Promise<DatagramRelay> {
    const { host, port } = options.listen ?? { host: '127.0.0.1', port: 0 };
    const socket = openSocket(host);
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

  /**
   * What is still on its way is lost.
   * @returns how many that were, also of clients that were forgotten
   */
  async close(): Promise<Readonly<Record<DatagramDirection, number>>> {
    for (const key of [...this.#clients.keys()]) this.#forget(key);
    this.#socket.close();
    await once(this.#socket, 'close');
    return this.#cut;
  }

  #take(datagram: Buffer, from: RemoteInfo): void {
    const key = `${from.address} ${from.port}`;
    const client = this.#clients.get(key) ?? this.#meet(key, from);
    this.#clients.delete(key);
    this.#clients.set(key, client);
    this.#pass(client, 'to-server', datagram);
  }

  #meet(key: string, { address, port }: RemoteInfo): RelayClient {
    if (this.#clients.size >= MAX_RELAY_CLIENTS) this.#forget(this.#clients.keys().next().value!);
    const number = (this.#count += 1);
    const server = openSocket(this.#to.host);
    const connected = once(server, 'connect');
    connected.catch(() => undefined); // 'error' below is told too
    const toServer: Hand = (datagram, done) =>
      void connected.then(() => server.send(datagram, done)).catch(done); // it was forgotten, too
    const toClient: Hand = (datagram, done) => this.#socket.send(datagram, port, address, done);
    const lines = {
      'to-server': this.#line('to-server', number, server, toServer),
      'to-client': this.#line('to-client', number, this.#socket, toClient),
    };
    const { maxSilenceMs = MAX_SILENCE_MS } = this.#options;
    const silence = setTimeout(() => this.#forget(key), maxSilenceMs);
    const client = { number, server, lines, silence };
    server.on('message', (datagram) => this.#pass(client, 'to-client', datagram));
    server.on('error', (error) => this.#options.failed?.(error, number));
    server.connect(this.#to.port, this.#to.host);
    return client;
  }

  #line(direction: DatagramDirection, client: number, socket: Socket, hand: Hand): DatagramLine {
    const stream = 2 * client + (direction === 'to-server' ? 0 : 1);
    const send: DatagramExit['send'] = (datagram, number) => {
      const copy = { direction, client, number, datagram };
      this.#deliver(copy);
      hand(datagram, (error) => {
        if (error) this.#options.unsent?.(copy);
      });
    };
    const isFull = () => socket.getSendQueueSize() > MAX_SEND_QUEUE_BYTES;
    return new DatagramLine(new DatagramFates(this.#options, stream), { send, isFull });
  }

  #pass(from: RelayClient, direction: DatagramDirection, datagram: Buffer) {
    const { number: client, lines, silence } = from;
    silence.refresh();
    const passed = lines[direction].pass(datagram);
    const atMs = performance.now() - this.#began;
    this.#options.decided?.({ atMs, direction, client, datagram, ...passed });
  }

  #deliver(delivery: Omit<RelayDelivery, 'atMs'>): void {
    this.#options.delivered?.({ atMs: performance.now() - this.#began, ...delivery });
  }

  #forget(key: string): void {
    const { server, lines, silence } = this.#clients.get(key)!;
    this.#clients.delete(key);
    clearTimeout(silence);
    this.#cut['to-server'] += lines['to-server'].end();
    this.#cut['to-client'] += lines['to-client'].end();
    server.close();
  }
}

function openSocket(host: string): Socket {
  const type = host.includes(':') ? 'udp6' : 'udp4';
  return createSocket({ type, recvBufferSize: RECEIVE_BUFFER_BYTES });
}
