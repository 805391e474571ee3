import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Endpoint } from '@praktikum/protocol';
import { listenError } from '@praktikum/service';
import type { SocketPool } from '@praktikum/socket-pool';
import { poolMetrics } from './pool-metrics.ts';

/**
 * Whoever reads metrics keeps few connections; the clients of the service need the descriptors.
 * @unit connections
 * @protects readers of metrics who take the descriptors of clients
 * @provenBy ../../../../apps/threaded-server/integration/metrics.spec.ts: keeps no more than
 *   sixteen readers
 */
export const MAX_METRICS_CONNECTIONS = 16;

/**
 * How long a reader may take for its request.
 * @unit ms
 * @protects readers that never finish their request (slow loris)
 * @provenBy ../../../../apps/threaded-server/integration/metrics.spec.ts: waits no longer for a
 *   request than it says
 */
const REQUEST_TIMEOUT_MS = 5000;

/** Answers `GET /metrics` with the figures of a pool, for Prometheus to read. */
export class MetricsServer {
  readonly #server: Server;

  /** Fails with what `listen()` fails with, explained. */
  static async listen(pool: SocketPool, endpoint: Endpoint): Promise<MetricsServer> {
    const registry = await poolMetrics(pool);
    const server = createServer(
      {
        requestTimeout: REQUEST_TIMEOUT_MS,
        headersTimeout: REQUEST_TIMEOUT_MS,
        connectionsCheckingInterval: 500, // Node's own is 30 s, which would be the real limit
      },
      (request, response) => void answer(registry, request, response),
    );
    server.maxConnections = MAX_METRICS_CONNECTIONS;
    try {
      await once(server.listen(endpoint), 'listening');
    } catch (error) {
      throw await listenError(error, endpoint);
    }
    return new MetricsServer(server);
  }

  private constructor(server: Server) {
    this.#server = server;
  }

  get address(): Endpoint {
    const { address, port } = this.#server.address() as AddressInfo;
    return { host: address, port };
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

async function answer(
  registry: Registry,
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path] = url.split('?');
  if (path !== '/metrics')
    return void response.writeHead(404).end('Not found: /metrics is here.\n');
  if (method !== 'GET' && method !== 'HEAD') {
    return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  }
  const text = await registry.metrics();
  response.writeHead(200, { 'content-type': registry.contentType }).end(text);
}
