import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { CodedError } from '@praktikum/protocol';
import type { Connection } from '@praktikum/socket-pool';
import { WebSocketServer } from 'ws';
import type { WorkerSettings } from '../../line/worker-settings.ts';
import type { Inbox } from '../inbox.ts';
import { forwardedHost } from './forwarded-host.ts';
import { isOwnOrigin } from './is-own-origin.ts';
import { answerRequest } from './answer-request.ts';
import { WebClient } from './web-client.ts';

/**
 * How long a client may take for the head of its request.
 * @unit ms
 * @against clients that send a header byte by byte (slow loris)
 * @provenBy ../../../integration/web.spec.ts: waits no longer for the head of a request than it says
 */
const HEAD_TIMEOUT_MS = 10_000;

/**
 * Bytes of one WebSocket message: the longest line with its tags.
 * @unit bytes
 * @against messages that are collected for ever
 * @provenBy ../../../integration/web.spec.ts: closes a client whose message is too long, and no other
 */
const MAX_MESSAGE_BYTES = 16 * 1024;

/**
 * How long a client that has said it closes may keep its connection.
 * @unit ms
 * @against clients that have gone by their own word, and are still seen by the others
 * @provenBy ../../../integration/web.spec.ts: waits no longer than it says for a client that has closed
 */
const CLOSE_TIMEOUT_MS = 1000;

/** Subprotocols of IRC over WebSocket (IRCv3). Without one it is text. */
const SUBPROTOCOLS = ['text.ircv3.net', 'binary.ircv3.net'];

/** The types of `ws` do not know `closeTimeout` yet, so this is no literal in its place. */
const WEB_SOCKETS = {
  noServer: true,
  clientTracking: false,
  maxPayload: MAX_MESSAGE_BYTES,
  closeTimeout: CLOSE_TIMEOUT_MS,
  handleProtocols: (offered: ReadonlySet<string>) =>
    [...offered].find((one) => SUBPROTOCOLS.includes(one)) ?? false,
};

interface Arrival {
  readonly connection: Connection;
  readonly timer: NodeJS.Timeout;
}

/**
 * HTTP and WebSocket on connections of the pool. Node's HTTP server never listens; it is given the sockets
 * by its 'connection' event (node:http). It then has no deadline for headers of its own.
 */
export class WebEntrance {
  readonly #settings: WorkerSettings;
  readonly #enter: (client: WebClient) => Inbox;
  readonly #arrivals = new WeakMap<Duplex, Arrival>();
  readonly #http: Server;
  readonly #webSockets = new WebSocketServer(WEB_SOCKETS);

  /** @param enter lets a client in that has opened a WebSocket */
  constructor(settings: WorkerSettings, enter: (client: WebClient) => Inbox) {
    this.#settings = settings;
    this.#enter = enter;
    this.#http = createServer((request, response) => this.#answer(request, response));
    // Node would answer 417 to `Expect: what-it-does-not-know`, and wait for more.
    this.#http.on('checkExpectation', (request, response) => this.#answer(request, response));
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#http.on('clientError', (_, socket) => {
      if (socket.writable) socket.write('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
      this.#arrivals.get(socket)?.connection.close();
    });
  }

  open(connection: Connection): void {
    const timer = setTimeout(() => {
      const details = { ms: HEAD_TIMEOUT_MS };
      connection.close(new CodedError('ERR_HEAD_TIMEOUT', 'no request came in time', { details }));
    }, HEAD_TIMEOUT_MS);
    connection.socket.once('close', () => clearTimeout(timer));
    this.#arrivals.set(connection.socket, { connection, timer });
    this.#http.emit('connection', connection.socket);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const arrival = this.#arrivals.get(request.socket);
    clearTimeout(arrival?.timer);
    // A connection is for one request: who asks again connects again.
    response.once('close', () => arrival?.connection.close());
    answerRequest(request, response);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const arrival = this.#arrivals.get(socket);
    if (arrival === undefined) return void socket.destroy();
    clearTimeout(arrival.timer);
    const { connection } = arrival;
    const { origin, host, 'x-forwarded-for': forwarded } = request.headers;
    if (!isOwnOrigin(origin, host, this.#settings.origins)) {
      socket.write('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return connection.close(new CodedError('ERR_FOREIGN_ORIGIN', `a page of ${origin}`));
    }
    const from = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
    const address = forwardedHost(connection.remote.host, from, this.#settings.proxies);
    this.#webSockets.handleUpgrade(request, socket as Socket, head, (webSocket) => {
      const client = new WebClient(webSocket, connection, address);
      client.start(this.#enter(client));
    });
  }
}
