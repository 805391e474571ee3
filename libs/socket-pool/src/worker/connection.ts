import type { Socket } from 'node:net';
import type { CodedError, Endpoint } from '@praktikum/protocol';
import type { HandshakeFailure } from './tls/handshake-failure.ts';
import type { TlsDetails } from './tls/tls-details.ts';
import type { ClosedConnection } from '../shared/closed-connection.ts';
import type { Chore } from './housekeeping.ts';

/** One client, as its handler sees it. */
export interface Connection {
  /** Unique in its server, counted from 1. */
  readonly id: number;
  /** The name of the listener that it came in by. */
  readonly listener: string;
  /** Of a server that speaks TLS, the `TLSSocket`: what is read and written is plain text. */
  readonly socket: Socket;
  readonly remote: Endpoint;
  /** The address and port that the client has connected to. */
  readonly local: Endpoint;
  /** What the TLS handshake has settled, of a server that speaks TLS. */
  readonly tls?: TlsDetails;
  /** Aborted when the server is stopping. Once the client is silent, its stream is ended for it. */
  readonly draining: AbortSignal;
  /**
   * Keeps a silent client from being taken for an idle one while its answer is being worked out. It keeps
   * none that does not take what has been written for it.
   * @returns the end of it, to be called once the answer is written
   */
  hold(): () => void;
  /**
   * Said when the server is stopping, before the stream is ended for the client: the last bytes for it, or none
   * when this has sent them by itself. Default: nothing is said.
   */
  goodbye?: (() => Uint8Array | undefined) | undefined;
  /**
   * Ends the connection from this side: what was written is delivered, what still arrives is dropped.
   * @param reason becomes the `code` of the closed connection
   */
  close(reason?: CodedError): void;
}

/** A client whose TLS handshake did not succeed. */
export type UnsecuredClient = Pick<Connection, 'id' | 'remote' | 'listener'>;

/** What a service does with its connections. It knows one at a time. */
export interface ConnectionHandler {
  /** Serves a client. What it throws or rejects with ends this connection and no other. */
  open(connection: Connection): void | Promise<void>;
  /** It has ended. */
  closed?(connection: Connection, closed: ClosedConnection): void;
  /** The TLS handshake of a client has failed: it is never opened. */
  handshakeFailed?(client: UnsecuredClient, failure: HandshakeFailure): void;
  /** The secrets of TLS cannot be logged any more (a full disk). Clients are served on without it. */
  keyLogFailed?(error: unknown): void;
  /** A chore of the thread has failed and is switched off. Clients are served on without it. */
  housekeepingFailed?(chore: Chore, error: unknown): void;
}
