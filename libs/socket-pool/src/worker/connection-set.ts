import { setMaxListeners } from 'node:events';
import type { Socket } from 'node:net';
import type { Endpoint } from '@praktikum/protocol';
import { ownErrors } from '../shared/client.ts';
import type { ClosedConnection } from '../shared/closed-connection.ts';
import type { ConnectionHandler, UnsecuredClient } from './connection.ts';
import type { Limits } from '../shared/limits.ts';
import { Housekeeping } from './housekeeping.ts';
import { LinkedSet } from '../shared/linked-set.ts';
import type { WorkerLoad } from '../shared/messages.ts';
import { ServedConnection, type Surroundings } from './served-connection.ts';
import type { HandshakeFailure } from './tls/handshake-failure.ts';
import { tlsDetails, type TlsDetails } from './tls/tls-details.ts';
import { TlsHandshakes, type HandshakeLimits } from './tls/tls-handshakes.ts';
import type { SharedTlsSettings } from '../shared/tls-settings.ts';

export type ServingLimits = Pick<Limits, 'idleTimeoutMs' | 'drainQuietMs' | 'lingerMs'> &
  HandshakeLimits;

/** How the clients of one listener are served. */
export interface ServingSettings {
  /** Its name. */
  readonly listener: string;
  readonly limits: ServingLimits;
  /** With it, a client is served once its TLS handshake has succeeded. */
  readonly tls?: SharedTlsSettings;
  /** As in the settings of a pool. Default: true. */
  readonly socketHandles?: boolean;
}

/** A client to serve: in a worker it came with a message, in a single thread from the acceptor. */
export interface ClientToServe {
  readonly id: number;
  readonly socket: Socket;
  readonly remote: Endpoint;
}

/** So late an idle connection may be noticed. */
const LONGEST_IDLE_CHECK_MS = 1000;

/** The connections of a listener that one thread serves: their idle deadlines, their draining, how each one ended. */
export class ConnectionSet {
  readonly #handler: ConnectionHandler;
  readonly #limits: ServingLimits;
  readonly #onClosed: (client: UnsecuredClient, closed: ClosedConnection) => void;
  readonly #serving = new LinkedSet<ServedConnection>();
  readonly #draining = new AbortController();
  readonly #handshakes: TlsHandshakes | undefined;
  /** In their handshake, or failed in it and not gone yet. */
  #unsecured = 0;
  readonly #past = { bytesRead: 0, bytesWritten: 0, handshakes: 0, handshakeFailures: 0 };
  readonly #surroundings: Surroundings;
  readonly #housekeeping: Housekeeping;
  #timer: NodeJS.Timeout;

  /** @param onClosed told of each client when it has gone, after the handler */
  constructor(
    handler: ConnectionHandler,
    { listener, limits, tls, socketHandles = true }: ServingSettings,
    onClosed: (client: UnsecuredClient, closed: ClosedConnection) => void,
  ) {
    this.#handler = handler;
    this.#limits = limits;
    this.#onClosed = onClosed;
    this.#housekeeping = new Housekeeping(handler);
    this.#surroundings = {
      listener,
      lingerMs: limits.lingerMs,
      socketHandles,
      draining: this.#draining.signal,
      closed: (served) => this.#closed(served),
    };
    this.#handshakes =
      tls && new TlsHandshakes(listener, tls, limits, (error) => handler.keyLogFailed?.(error));
    setMaxListeners(0, this.#draining.signal); // one listener a connection is no leak
    const { idleTimeoutMs } = limits;
    const every = Math.min(LONGEST_IDLE_CHECK_MS, Math.floor(idleTimeoutMs / 16));
    this.#timer = this.#watchSilence(every, idleTimeoutMs, 'idle');
  }

  /** Whether clients are served without TLS. */
  get isPlain(): boolean {
    return this.#handshakes === undefined;
  }

  /** Connections that have not ended, unfinished handshakes included. */
  get size(): number {
    return this.#serving.size + this.#unsecured;
  }

  /** Since the start: bytes of connections that were opened, handshakes that ended. */
  traffic(): Pick<WorkerLoad, 'bytesRead' | 'bytesWritten' | 'handshakes' | 'handshakeFailures'> {
    const traffic = { ...this.#past };
    for (const { socket } of this.#serving) {
      traffic.bytesRead += socket.bytesRead;
      traffic.bytesWritten += socket.bytesWritten;
    }
    return traffic;
  }

  /** New certificates for handshakes that begin from now on. */
  renewCertificates(settings: SharedTlsSettings): void {
    this.#handshakes?.renewCertificates(settings);
  }

  /** Takes a client over: its handshake, where there is TLS, then the handler. */
  serve(client: ClientToServe): void {
    if (this.#handshakes === undefined) return this.#open(client, client.socket);
    const { id, remote, socket: transport } = client;
    const unsecured: UnsecuredClient = { id, remote, listener: this.#surroundings.listener };
    let failed: HandshakeFailure | undefined;
    this.#unsecured += 1;
    this.#handshakes.begin(transport, {
      secured: (socket) => {
        this.#unsecured -= 1;
        this.#past.handshakes += 1;
        this.#open({ ...client, socket }, transport, tlsDetails(socket));
      },
      failed: (failure) => {
        failed = failure;
        this.#past.handshakeFailures += 1;
        this.#handler.handshakeFailed?.(unsecured, failure);
      },
      closed: () => {
        this.#unsecured -= 1;
        const { bytesRead, bytesWritten } = transport;
        const code = failed === undefined ? {} : { code: failed.code };
        this.#onClosed(unsecured, { reason: 'handshake', ...code, bytesRead, bytesWritten });
      },
    });
  }

  #open(client: ClientToServe, transport: Socket, tls?: TlsDetails): void {
    ownErrors(client.socket);
    const served = new ServedConnection(client, this.#surroundings, transport, tls);
    this.#serving.add(served);
    served.open(this.#handler);
  }

  #closed(served: ServedConnection): void {
    this.#serving.delete(served);
    const closed = served.closed();
    this.#past.bytesRead += closed.bytesRead;
    this.#past.bytesWritten += closed.bytesWritten;
    this.#handler.closed?.(served, closed);
    this.#onClosed(served, closed);
  }

  /** Ends every connection as soon as it is silent and all that was written has left. */
  drain(): void {
    if (this.#draining.signal.aborted) return;
    this.#draining.abort();
    this.#handshakes?.drain();
    clearInterval(this.#timer);
    for (const served of this.#serving) served.restartSilence();
    const { drainQuietMs } = this.#limits;
    this.#timer = this.#watchSilence(Math.floor(drainQuietMs / 8), drainQuietMs, 'drained');
  }

  /** Cuts every connection off. */
  destroy(): void {
    clearInterval(this.#timer);
    this.#handshakes?.destroy();
    for (const served of this.#serving) served.destroy('destroyed');
  }

  /**
   * One timer looks at all connections. A timer for each would be set anew with every message, and
   * be most of what an idle connection costs beside its socket.
   */
  #watchSilence(everyMs: number, silentMs: number, reason: 'idle' | 'drained'): NodeJS.Timeout {
    const closeSilent = () => {
      for (const served of this.#serving) served.closeIfSilent(silentMs, reason);
    };
    const check = () => this.#housekeeping.run('idle', closeSilent);
    // Timers run before input is read: after long work of a handler a request may be there.
    return setInterval(() => setImmediate(check), Math.max(1, everyMs)).unref();
  }
}
