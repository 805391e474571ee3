import type {
  ClosedConnection,
  Connection,
  ConnectionHandler,
  OwnerLink,
} from '@praktikum/socket-pool';
import type { WorkerSettings } from '../line/worker-settings.ts';
import { farewellOf, SHUTDOWN } from './farewell.ts';
import { Delivery } from './delivery.ts';
import { Inbox } from './inbox.ts';
import { LineSession } from './line-session.ts';
import { Peer } from './peer.ts';
import { UpLine } from './up-line.ts';
import { Watchdog } from './watchdog.ts';
import { WebEntrance } from './web/web-entrance.ts';

/** The name of the listener that speaks HTTP and WebSocket. The others speak IRC as it is. */
const WEB_LISTENER = 'web';

/** How often clients that are not silent yet are said goodbye to, once the server is stopping. */
const LAST_WORDS_MS = 1000;

/** The clients of one worker: their lines go to the owner, and what it decides comes back to them. */
export class ChatWorker implements ConnectionHandler {
  readonly #settings: WorkerSettings;
  readonly #peers = new Map<number, Peer>();
  readonly #up: UpLine;
  readonly #delivery: Delivery;
  readonly #web: WebEntrance;
  readonly #drainings = new WeakSet<AbortSignal>();

  constructor(settings: WorkerSettings, owner: OwnerLink<Uint8Array, Uint8Array>) {
    this.#settings = settings;
    this.#up = new UpLine(owner);
    this.#delivery = new Delivery(this.#peers);
    owner.onMessages((buffers) => this.#delivery.receive(buffers));
    this.#web = new WebEntrance(settings, (client) => {
      const { connection, host } = client;
      const peer = this.#admit(connection, host, client);
      return new Inbox(peer, this.#up, settings.flood);
    });
    const { serverName } = settings;
    new Watchdog(this.#peers, {
      ping: (peer) => peer.transport.write(Buffer.from(`PING :${serverName}\r\n`)),
      giveUp: (peer, reason) => this.#dismiss(peer, reason, 'done'),
    });
  }

  open(connection: Connection): void {
    if (connection.listener === WEB_LISTENER) return this.#web.open(connection);
    const goodbye = Buffer.from(`ERROR :${SHUTDOWN}\r\n`);
    connection.goodbye = () => goodbye;
    const session = new LineSession(connection);
    const peer = this.#admit(connection, connection.remote.host, session);
    session.start(new Inbox(peer, this.#up, this.#settings.flood));
  }

  closed(connection: Connection, closed: ClosedConnection): void {
    const peer = this.#peers.get(connection.id);
    if (peer !== undefined) this.#remove(peer, farewellOf(closed));
  }

  /**
   * In a lively room nobody would ever be silent, and a stop would wait until its deadline. Who does not read is
   * left to that deadline, as everywhere.
   */
  #endAllIn(draining: AbortSignal): void {
    if (this.#drainings.has(draining)) return;
    this.#drainings.add(draining);
    const endAll = () => {
      for (const peer of this.#peers.values()) {
        if (peer.transport.queued === 0) this.#dismiss(peer, SHUTDOWN, 'shutdown');
      }
    };
    draining.addEventListener('abort', () => setInterval(endAll, LAST_WORDS_MS).unref(), {
      once: true,
    });
  }

  #admit(connection: Connection, host: string, transport: Peer['transport']): Peer {
    const peer = new Peer(connection.id, transport, performance.now());
    this.#peers.set(peer.id, peer);
    const isSecure = connection.tls !== undefined;
    this.#up.push({ kind: 'opened', client: peer.id, host, isSecure });
    this.#endAllIn(connection.draining);
    return peer;
  }

  #dismiss(peer: Peer, reason: string, why: 'done' | 'shutdown'): void {
    peer.transport.write(Buffer.from(`ERROR :Closing link: ${reason}\r\n`));
    peer.transport.close(why);
    // The others are told now, with this reason: a connection that has died takes minutes to close.
    this.#remove(peer, reason);
  }

  #remove(peer: Peer, reason: string): void {
    this.#peers.delete(peer.id);
    this.#delivery.forget(peer);
    this.#up.push({ kind: 'closed', client: peer.id, reason });
  }
}
