import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { Endpoint } from '@praktikum/protocol';

/** What a scripted server does to a client; `number` counts the clients from 1. */
export type ServerScript = (socket: Socket, number: number) => void | Promise<void>;

/** A server on a free port of 127.0.0.1 that does to every client what its script says. */
export class ScriptedServer {
  readonly endpoint: Endpoint;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #accepted = 0;

  static async listen(script: ServerScript): Promise<ScriptedServer> {
    const server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ScriptedServer(server, script);
  }

  private constructor(server: Server, script: ServerScript) {
    this.#server = server;
    this.endpoint = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
    server.on('connection', (socket) => this.#serve(socket, script));
  }

  /** Clients that have connected so far. */
  get accepted(): number {
    return this.#accepted;
  }

  /** Ends every connection, and listens no longer. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(socket: Socket, script: ServerScript): void {
    this.#accepted += 1;
    this.#sockets.add(socket);
    socket.on('error', () => undefined); // the client under test may do anything
    socket.once('close', () => this.#sockets.delete(socket));
    void script(socket, this.#accepted);
  }
}
