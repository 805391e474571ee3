import { codeOf, formatEndpoint, messageOf, type Endpoint } from '@praktikum/protocol';
import type { Logger, LogWords } from '@praktikum/service';
import type {
  Chore,
  ClosedConnection,
  CloseReason,
  Connection,
  ConnectionHandler,
  HandshakeFailure,
  RefusalReason,
  UnsecuredClient,
} from '@praktikum/socket-pool';
import type { ConnectionTexts } from './connection-texts.ts';
import type { ServerTexts } from './texts.ts';
import type { TlsTexts } from './tls-texts.ts';

interface Client {
  readonly remote: Endpoint;
}

/** The same warning is not given more often. */
const PAUSED_EVERY_MS = 10_000;

/** What every server logs of its clients, with the same events and fields. */
export class ConnectionLog {
  readonly #log: Logger;
  readonly #texts: ConnectionTexts;
  readonly #tlsTexts: TlsTexts;
  readonly #codes: LogWords;
  #pausedAt = -Infinity;

  /** @param codes what the codes mean that a connection may end with */
  constructor(
    log: Logger,
    { connections, tls }: Pick<ServerTexts, 'connections' | 'tls'>,
    codes: LogWords,
  ) {
    this.#log = log;
    this.#texts = connections;
    this.#tlsTexts = tls;
    this.#codes = codes;
  }

  queued({ remote }: Client, before: number): void {
    const address = formatEndpoint(remote);
    this.#log.info(
      { event: 'queued', remote: address, before },
      this.#texts.queued(address, before),
    );
  }

  refused({ remote }: Client, reason: RefusalReason): void {
    const address = formatEndpoint(remote);
    const text = this.#texts.refused(address, this.#texts.refusals[reason]);
    this.#log.warn({ event: 'refused', remote: address, reason }, text);
  }

  /** No descriptor is left for one more client. At the limit that comes with every client. */
  paused(): void {
    const now = performance.now();
    if (now - this.#pausedAt < PAUSED_EVERY_MS) return;
    this.#pausedAt = now;
    this.#log.warn({ event: 'paused', code: 'EMFILE' }, this.#texts.paused);
  }

  /** A client is being served, in the words of its server; and what its TLS handshake has settled. */
  opened(connection: Connection, text: string): void {
    const { id, remote } = connection;
    this.#log.info({ event: 'connection', connection: id, remote: formatEndpoint(remote) }, text);
    this.#secured(connection);
  }

  #secured({ id, remote, tls }: Connection): void {
    if (tls === undefined) return;
    const address = formatEndpoint(remote);
    this.#log.info(
      { event: 'tls', connection: id, remote: address, ...tls },
      this.#tlsTexts.secured(address, tls),
    );
  }

  /** The same handler, with a line for how each connection ended and for what failed. */
  handlerOf(handler: ConnectionHandler): ConnectionHandler {
    return {
      open: (connection) => handler.open(connection),
      closed: (connection, closed) => {
        handler.closed?.(connection, closed);
        this.closed(connection, closed);
      },
      handshakeFailed: (client, failure) => {
        handler.handshakeFailed?.(client, failure);
        this.handshakeFailed(client, failure);
      },
      keyLogFailed: (error) => this.keyLogFailed(error),
      housekeepingFailed: (chore, error) => this.housekeepingFailed(chore, error),
    };
  }

  /** One who just leaves, as a port scan does, is no cause for a warning. */
  handshakeFailed({ id, remote }: UnsecuredClient, { reason, code }: HandshakeFailure): void {
    const address = formatEndpoint(remote);
    this.#log[reason === 'left' || reason === 'closing' ? 'info' : 'warn'](
      { event: 'tls-failed', connection: id, remote: address, reason, code },
      this.#tlsTexts.handshakeFailed(address, this.#tlsTexts.failures[reason], code),
    );
  }

  keyLogFailed(error: unknown): void {
    const code = codeOf(error);
    this.#log.warn({ event: 'tls-key-log-failed', code }, this.#tlsTexts.keyLogFailed(code));
  }

  housekeepingFailed(chore: Chore, error: unknown): void {
    const code = codeOf(error);
    const text = this.#texts.housekeepingFailed(this.#texts.chores[chore], code);
    this.#log.error({ event: 'housekeeping-failed', chore, code, reason: messageOf(error) }, text);
  }

  /** A connection that ended as it should is a detail, one that broke is a warning. */
  closed(
    { id, remote }: Connection,
    { reason, code, bytesRead, bytesWritten }: ClosedConnection,
  ): void {
    const address = formatEndpoint(remote);
    // A client that waits too long is to find the reason; one that ended as it should is a detail.
    const level = code !== undefined ? 'warn' : reason === 'idle' ? 'info' : 'debug';
    this.#log[level](
      { event: 'closed', connection: id, remote: address, reason, code, bytesRead, bytesWritten },
      code === 'ECONNRESET'
        ? this.#texts.reset(address, answerThatMayBeUnread(bytesRead, bytesWritten))
        : this.#texts.closed(address, this.#howClosed(reason, code)),
    );
  }

  /** `the client sent a line that is too long (ERR_LINE_TOO_LONG)`, `an error occurred (EPIPE)` */
  #howClosed(reason: CloseReason, code?: string): string {
    if (code === undefined) return this.#texts.closings[reason];
    return `${this.#codes[code] ?? this.#texts.closings[reason]} (${code})`;
  }
}

/**
 * The guide's client waits for as many bytes as it has sent, 21: of the 36 in "Anda mengirim: Ini pesan dari
 * client" it reads two times 16 and closes. A system resets what is closed with bytes unread (RFC 9293 3.6.1).
 */
function answerThatMayBeUnread(received: number, answered: number) {
  return received > 0 && answered > received ? { received, answered } : undefined;
}
