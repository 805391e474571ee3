import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Endpoint } from '@praktikum/protocol';
import { roomForClients } from './descriptor-limit.ts';
import { Admission, type RefusalReason } from './admission.ts';
import { dismiss } from './dismiss.ts';
import type { Limits } from './limits.ts';

/** A client by the two ends of its connection, whoever has its socket. */
export interface Client {
  readonly remote: Endpoint;
  readonly local: Endpoint;
}

/** A client that was let in, with its socket, which has not been read from yet. */
export interface AcceptedClient extends Client {
  readonly socket: Socket;
}

export interface AcceptorActions {
  /** Takes the client over. Each one served must be given back with `release`. */
  serve(client: AcceptedClient): void;
  /** It waits: so many are before it. */
  queued?(client: AcceptedClient, before: number): void;
  refused?(client: AcceptedClient, reason: RefusalReason): void;
}

/** Refused clients that are said goodbye to at the same time; beyond that they are cut off. */
const MAX_DISMISSING = 256;

/** The listening socket and the admission behind it. */
export class Acceptor {
  readonly #limits: Limits;
  readonly #actions: AcceptorActions;
  readonly #server: Server;
  readonly #dismissing = new Set<Socket>();
  #room = Infinity;
  readonly admission: Admission<AcceptedClient>;
  /** Clients accepted since the start, refused ones included. */
  accepted = 0;
  /** Clients refused since the start. */
  refused = 0;

  constructor(limits: Limits, actions: AcceptorActions) {
    this.#limits = limits;
    this.#actions = actions;
    this.admission = new Admission(limits, {
      serve: (client) => actions.serve(client),
      queued: (client, before) => actions.queued?.(client, before),
      refuse: (client, reason) => this.#refuse(client, reason),
    });
    // pauseOnConnect: a socket that has been read from cannot move to another thread.
    this.#server = createServer(
      { pauseOnConnect: true, allowHalfOpen: true, noDelay: true, keepAlive: true },
      (socket) => this.#accept(socket),
    );
  }

  /** @returns where it listens, with the port that the system chose for port 0 */
  async listen({ host, port }: Endpoint): Promise<Endpoint> {
    const server = this.#server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, backlog: this.#limits.backlog }, () => {
        server.off('error', reject);
        // A client that could not be accepted is no reason to stop accepting others.
        server.on('error', () => undefined);
        resolve();
      });
    });
    this.#room = roomForClients();
    const { address, port: bound } = server.address() as AddressInfo;
    return { host: address, port: bound };
  }

  /** Stops listening and refuses those who wait. */
  close(): void {
    this.#server.close();
    this.admission.close();
  }

  /** Resolves when those who were refused have gone, after `lingerMs` at the latest. */
  async dismissed(): Promise<void> {
    const gone = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));
    await Promise.all([...this.#dismissing].map(gone));
  }

  /** Cuts off those who are being said goodbye to. */
  destroy(): void {
    this.close();
    for (const socket of this.#dismissing) socket.destroy();
  }

  #accept(socket: Socket): void {
    const { remoteAddress, remotePort, localAddress, localPort } = socket;
    // The peer reset the connection before it was accepted: it has no address any more.
    if (remoteAddress === undefined || remotePort === undefined) return void socket.destroy();
    this.accepted += 1;
    socket.on('error', () => socket.destroy());
    const client: AcceptedClient = {
      socket,
      remote: { host: plainAddress(remoteAddress), port: remotePort },
      local: { host: plainAddress(localAddress ?? ''), port: localPort ?? 0 },
    };
    const { active, queued } = this.admission;
    if (active + queued + this.#dismissing.size >= this.#room) this.#turnAway(client);
    else this.admission.offer(client, client.remote.host);
  }

  /** At once: to say goodbye politely would keep the descriptor that is missing. */
  #turnAway(client: AcceptedClient): void {
    this.refused += 1;
    this.#actions.refused?.(client, 'no-descriptor');
    client.socket.destroy();
  }

  #refuse(client: AcceptedClient, reason: RefusalReason): void {
    const { socket } = client;
    this.refused += 1;
    this.#actions.refused?.(client, reason);
    if (this.#dismissing.size >= MAX_DISMISSING) return void socket.destroy();
    this.#dismissing.add(socket);
    socket.once('close', () => this.#dismissing.delete(socket));
    dismiss(socket, this.#limits.lingerMs);
  }
}

/** A listener on `::` shows IPv4 peers as `::ffff:192.168.1.10`; people know them without. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}
