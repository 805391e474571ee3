import type { Socket } from 'node:net';
import { ConnectionSet } from './connection-set.ts';
import type { ClosedConnection } from '../shared/closed-connection.ts';
import type { WorkerLoad } from '../shared/messages.ts';
import type { PoolSettings } from '../shared/pool-settings.ts';
import type { SharedTlsSettings } from '../shared/tls-settings.ts';
import type { AcceptedClient, NumberedClient } from '../shared/client.ts';
import { arrived, asArrived, type MovedSocket } from '../shared/socket-handle.ts';
import type { ConnectionHandler, UnsecuredClient } from './connection.ts';

type Traffic = Omit<WorkerLoad, 'loopDelayMs'>;

/** The connections of one worker, those of each listener by themselves. */
export class ListenerConnections {
  readonly #settings: PoolSettings;
  readonly #sets = new Map<string, ConnectionSet>();

  /** @param onClosed told of each client when it has gone */
  constructor(
    handler: ConnectionHandler,
    settings: PoolSettings,
    onClosed: (client: UnsecuredClient, closed: ClosedConnection) => void,
  ) {
    this.#settings = settings;
    const { socketHandles } = settings;
    for (const { name, idleTimeoutMs, tls } of settings.listeners) {
      const serving = {
        listener: name,
        limits: { ...settings.limits, idleTimeoutMs },
        ...(tls && { tls }),
        socketHandles,
      };
      this.#sets.set(name, new ConnectionSet(handler, serving, onClosed));
    }
  }

  /** Connections that have not ended, unfinished handshakes included. */
  get size(): number {
    return this.#all.reduce((sum, { size }) => sum + size, 0);
  }

  /** Serves a client whose socket has come from the main thread. */
  serveMoved(client: NumberedClient, moved: MovedSocket): void {
    this.#serve(client, arrived(moved, this.#isPlain(client)));
  }

  /**
   * Serves a client that this thread has accepted.
   * @returns false when no descriptor was free for it: its connection is lost
   */
  serveAccepted(client: AcceptedClient & NumberedClient): boolean {
    const { socketHandles } = this.#settings;
    const socket = asArrived(client.socket, socketHandles, this.#isPlain(client));
    if (socket !== undefined) this.#serve(client, socket);
    return socket !== undefined;
  }

  /** Since the start of the thread. */
  traffic(): Traffic {
    return this.#all.map((set) => set.traffic()).reduce(sumOf);
  }

  /** New certificates, by the name of their listener, for handshakes that begin from now on. */
  renewCertificates(tls: Readonly<Record<string, SharedTlsSettings>>): void {
    for (const [name, settings] of Object.entries(tls)) {
      this.#sets.get(name)?.renewCertificates(settings);
    }
  }

  drain(): void {
    for (const set of this.#all) set.drain();
  }

  destroy(): void {
    for (const set of this.#all) set.destroy();
  }

  get #all(): ConnectionSet[] {
    return [...this.#sets.values()];
  }

  #isPlain({ listener }: NumberedClient): boolean {
    return this.#sets.get(listener)!.isPlain;
  }

  #serve({ id, remote, listener }: NumberedClient, socket: Socket): void {
    this.#sets.get(listener)!.serve({ id, remote, socket });
  }
}

function sumOf(one: Traffic, other: Traffic): Traffic {
  return {
    bytesRead: one.bytesRead + other.bytesRead,
    bytesWritten: one.bytesWritten + other.bytesWritten,
    handshakes: one.handshakes + other.handshakes,
    handshakeFailures: one.handshakeFailures + other.handshakeFailures,
  };
}
