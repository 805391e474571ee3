import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import type { Limits } from '../../shared/limits.ts';
import { LinkedSet } from '../../shared/linked-set.ts';
import { HandshakeCrowd } from './handshake-crowd.ts';
import { HandshakeTurns } from './handshake-turns.ts';
import { Handshake, type HandshakeActions } from './handshake.ts';
import { KeyLog } from './key-log.ts';
import { SecureContexts } from './secure-contexts.ts';
import type { SharedTlsSettings } from '../../shared/tls-settings.ts';

export type HandshakeLimits = Pick<
  Limits,
  'handshakeTimeoutMs' | 'maxHandshakes' | 'drainQuietMs' | 'lingerMs'
>;

/**
 * Leads accepted sockets through the TLS handshake, in whichever thread they are served. Node's own
 * TLS server does the work; it never listens, sockets are given to it. Before that the first byte
 * is looked at: a client that speaks plain text is known by it at once, and one that says nothing
 * costs no TLS state.
 */
export class TlsHandshakes {
  readonly #limits: HandshakeLimits;
  readonly #server: Server;
  readonly #unfinished = new LinkedSet<Handshake>();
  /** Node's server does not say which of the sockets it was given an event is about; this does. */
  readonly #current = new AsyncLocalStorage<Handshake>();
  /** For events that come after the socket has closed, out of that context. */
  readonly #byTlsSocket = new WeakMap<TLSSocket, Handshake>();
  readonly #turns: HandshakeTurns;
  readonly #crowd: HandshakeCrowd;
  readonly #listener: string;
  /** Those of now: handshakes that have begun keep theirs. */
  #contexts: SecureContexts;
  #draining = false;

  /**
   * @param listener its name: a session resumes only where it began
   * @param keyLogFailed told when secrets cannot be logged any more
   * @throws what OpenSSL says of certificates and keys that it cannot use
   */
  constructor(
    listener: string,
    settings: SharedTlsSettings,
    limits: HandshakeLimits,
    keyLogFailed: (error: unknown) => void,
  ) {
    this.#limits = limits;
    this.#turns = new HandshakeTurns(limits.maxHandshakes, (handshake) => this.#start(handshake));
    this.#crowd = new HandshakeCrowd(this.#unfinished, limits);
    const { clientCert, alpn, ticketKeys, keyLog } = settings;
    this.#listener = listener;
    this.#contexts = new SecureContexts(listener, settings);
    this.#server = createServer({
      ...this.#contexts.options,
      ticketKeys: Buffer.from(ticketKeys),
      requestCert: clientCert !== 'none',
      rejectUnauthorized: clientCert === 'required',
      ...(alpn === undefined ? {} : { ALPNProtocols: [...alpn] }),
      SNICallback: (servername, choose) => choose(null, this.#contexts.for(servername)),
      // The deadline is ours, and counts from the accept; Node's is behind it.
      handshakeTimeout: limits.handshakeTimeoutMs * 2,
    });
    this.#server.on('secureConnection', (socket) => this.#current.getStore()?.secured(socket));
    this.#server.on('tlsClientError', (error, socket) => {
      const handshake = this.#current.getStore() ?? this.#byTlsSocket.get(socket);
      handshake?.failed(error, socket);
    });
    if (clientCert === 'required') this.#learnTlsSockets();
    if (keyLog !== undefined) {
      const log = new KeyLog(keyLog, keyLogFailed);
      this.#server.on('keylog', (line) => log.append(line));
    }
  }

  /**
   * A client whose certificate cannot be trusted is cut off by Node, which says why only after the
   * socket has closed. Of the events before that, the one for key logs names the socket.
   */
  #learnTlsSockets(): void {
    this.#server.on('keylog', (_, socket) => {
      const handshake = this.#current.getStore();
      if (handshake !== undefined) this.#byTlsSocket.set(socket, handshake);
    });
  }

  /** Handshakes that have not come to an end. */
  get unfinished(): number {
    return this.#unfinished.size;
  }

  /**
   * New certificates, and CAs for those of clients, for handshakes that begin from now on. Sessions of before
   * resume, because the keys of their tickets stay.
   */
  renewCertificates(settings: SharedTlsSettings): void {
    this.#contexts = new SecureContexts(this.#listener, settings);
    this.#server.setSecureContext(this.#contexts.options);
    this.#server.setTicketKeys(Buffer.from(settings.ticketKeys));
  }

  /** Begins the handshake of a socket that nobody has read from. */
  begin(socket: Socket, actions: HandshakeActions): void {
    const { handshakeTimeoutMs, drainQuietMs } = this.#limits;
    const handshake = new Handshake(socket, this.#limits.lingerMs, {
      ...actions,
      over: () => this.#over(handshake),
      start: () => this.#turns.take(handshake),
    });
    this.#unfinished.add(handshake);
    this.#crowd.joined(handshake);
    handshake.begin(handshakeTimeoutMs);
    if (this.#draining) handshake.hurry(drainQuietMs);
  }

  /** With the client's first message read: from here on it costs TLS state. */
  #start(handshake: Handshake): void {
    this.#current.run(handshake, () => this.#server.emit('connection', handshake.socket));
  }

  #over(handshake: Handshake): void {
    this.#unfinished.delete(handshake);
    this.#turns.leave(handshake);
  }

  /** Gives what is under way the time in which a served client counts as silent, and no more. */
  drain(): void {
    this.#draining = true;
    for (const handshake of this.#unfinished) handshake.hurry(this.#limits.drainQuietMs);
  }

  /** Cuts every unfinished handshake off. */
  destroy(): void {
    for (const handshake of this.#unfinished) handshake.destroy();
    this.#crowd.stop();
  }
}
