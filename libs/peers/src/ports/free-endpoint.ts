import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Endpoint } from '@praktikum/protocol';

/**
 * A port of 127.0.0.1 that is free now, for a server that cannot say which one it was given. Nothing keeps
 * it free: where the server can say it, port 0 is better.
 */
export async function freeEndpoint(): Promise<Endpoint> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return { host: '127.0.0.1', port };
}
