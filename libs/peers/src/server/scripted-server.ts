import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import type { Endpoint } from '@praktikum/protocol';

export interface ScriptedServer {
  readonly endpoint: Endpoint;
  /** Clients that have connected so far. */
  readonly accepted: number;
  close(): Promise<void>;
}

/** A server on a free port of 127.0.0.1 that does to every client what the test says. */
export async function scriptedServer(
  serve: (socket: Socket, number: number) => void | Promise<void>,
): Promise<ScriptedServer> {
  const sockets = new Set<Socket>();
  let accepted = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on('error', () => undefined); // the client under test may do anything
    socket.once('close', () => sockets.delete(socket));
    void serve(socket, accepted);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    get accepted() {
      return accepted;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
