import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * Runs a test with a port of 127.0.0.1 that refuses: it is the near end of a connection, so that
 * nobody listens on it and nobody else can be given it.
 */
export async function withRefusingPort(test: (port: number) => Promise<void>): Promise<void> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(client, 'connect');
  const [peer] = await accepted;
  try {
    await test(client.localPort!);
  } finally {
    client.destroy();
    peer.destroy();
    server.close();
  }
}
