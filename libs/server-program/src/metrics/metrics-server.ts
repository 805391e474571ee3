import type { Registry } from 'prom-client';
import type { Endpoint } from '@praktikum/protocol';
import {
  Acceptor,
  completeLimits,
  ConnectionSet,
  type AcceptedClient,
  type Connection,
  type SocketPool,
} from '@praktikum/socket-pool';
import { RequestHead, type HttpRequest } from '../http/request-head.ts';
import { responseBytes, type HttpResponse } from '../http/response.ts';
import { listenFailure } from '../listen-failure.ts';
import { poolMetrics } from './pool-metrics.ts';

/**
 * Whoever reads metrics keeps few connections; the clients of the service need the descriptors.
 * @unit connections
 * @against readers of metrics who take the descriptors of clients
 * @provenBy ../../../../apps/threaded-server/integration/metrics.spec.ts: keeps no more than
 *   sixteen readers
 */
export const MAX_METRICS_CONNECTIONS = 16;

/**
 * How long a reader may take for its request and for the answer.
 * @unit ms
 * @against readers that never finish their request (slow loris), or never read the answer
 * @provenBy ../../../../apps/threaded-server/integration/metrics.spec.ts: waits no longer for a
 *   request than it says
 */
const REQUEST_TIMEOUT_MS = 5000;

/**
 * How long the same figures are given to whoever asks. Those of workers are a second old anyway.
 * @unit ms
 * @against readers that ask all the time and take the time of the service's clients
 * @provenBy ../../../../apps/threaded-server/integration/metrics-abuse.spec.ts: answers its clients beside
 *   readers that come and go all the time
 */
const SAME_FIGURES_MS = 100;

const LISTENER = 'metrics';

/** What holds for readers, in the words of the pool. */
const FOR_READERS = completeLimits({
  maxConnections: MAX_METRICS_CONNECTIONS,
  maxQueued: 0,
  idleTimeoutMs: REQUEST_TIMEOUT_MS,
});

/**
 * Answers `GET /metrics` with the figures of a pool, for Prometheus to read. A connection is for one
 * request: whoever sends more of them, or reads no answer, costs no more than one who asks once.
 */
export class MetricsServer {
  readonly #registry: Registry;
  readonly #acceptor: Acceptor;
  readonly #serving: ConnectionSet;
  #address: Endpoint = { host: '', port: 0 };
  #nextId = 1;
  #figures: Promise<string> | undefined;

  /** Fails with what `listen()` fails with, explained. */
  static async listen(pool: SocketPool, endpoint: Endpoint): Promise<MetricsServer> {
    const server = new MetricsServer(await poolMetrics(pool));
    const listening = server.#acceptor.listen([{ name: LISTENER, endpoint }]);
    const [address] = await listening.catch(async (error: unknown) => {
      throw await listenFailure(error, () => '--metrics');
    });
    server.#address = address!;
    return server;
  }

  private constructor(registry: Registry) {
    this.#registry = registry;
    this.#acceptor = new Acceptor(FOR_READERS, { serve: (client) => this.#serve(client) });
    this.#serving = new ConnectionSet(
      { open: (connection) => this.#open(connection) },
      { listener: LISTENER, limits: FOR_READERS },
      ({ remote }) => this.#acceptor.release(remote.host),
    );
  }

  get address(): Endpoint {
    return this.#address;
  }

  close(): void {
    this.#acceptor.destroy();
    this.#serving.destroy();
  }

  #serve({ socket, remote }: AcceptedClient): void {
    this.#serving.serve({ id: this.#nextId++, socket, remote });
    socket.resume(); // it was accepted paused
  }

  #open(connection: Connection): void {
    const { socket } = connection;
    const head = new RequestHead();
    // Its silence has a deadline anyway; a byte now and then must not put it off.
    const timer = setTimeout(() => connection.close(), REQUEST_TIMEOUT_MS);
    const read = (chunk: Buffer) => {
      const request = head.push(chunk);
      if (request === undefined) return;
      socket.off('data', read).pause();
      void this.#answer(request).then((response) => {
        if (!socket.destroyed) {
          socket.write(responseBytes(response, 'method' in request ? request.method : ''));
        }
        connection.close();
      });
    };
    socket.on('data', read).on('end', () => connection.close());
    socket.on('close', () => clearTimeout(timer));
  }

  async #answer(request: HttpRequest): Promise<HttpResponse> {
    if ('failure' in request) return { status: request.failure };
    const { method, path } = request;
    if (path !== '/metrics') return { status: 404, text: 'Not found: /metrics is here.\n' };
    if (method !== 'GET' && method !== 'HEAD') {
      return { status: 405, fields: { allow: 'GET, HEAD' } };
    }
    const fields = { 'content-type': this.#registry.contentType };
    return { status: 200, fields, text: await this.#currentFigures() };
  }

  #currentFigures(): Promise<string> {
    if (this.#figures === undefined) {
      this.#figures = this.#registry.metrics();
      setTimeout(() => (this.#figures = undefined), SAME_FIGURES_MS).unref();
    }
    return this.#figures;
  }
}
