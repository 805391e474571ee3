import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { messageOf, type Endpoint } from '@praktikum/protocol';
import { peerError } from '../peer-error.ts';

/**
 * What a scripted server does to a client; `number` counts the clients from 1. What it throws or rejects
 * with is kept for `close`; what it returns is of no interest.
 */
export type ServerScript = (socket: Socket, number: number) => unknown;

/** A server on a free port of 127.0.0.1 that does to every client what its script says. */
export class ScriptedServer {
  readonly endpoint: Endpoint;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #accepted = 0;
  #failure: Error | undefined;

  static async listen(script: ServerScript): Promise<ScriptedServer> {
    const server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ScriptedServer(server, script);
  }

  private constructor(server: Server, script: ServerScript) {
    this.#server = server;
    this.endpoint = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
    server.on('connection', (socket) => void this.#serve(socket, script));
  }

  /** Clients that have connected so far. */
  get accepted(): number {
    return this.#accepted;
  }

  /**
   * Ends every connection, and listens no longer.
   * @throws CodedError `ERR_PEER_SCRIPT` when the script has failed for a client
   */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #serve(socket: Socket, script: ServerScript): Promise<void> {
    this.#accepted += 1;
    this.#sockets.add(socket);
    socket.on('error', () => undefined); // the client under test may do anything
    socket.once('close', () => this.#sockets.delete(socket));
    try {
      await script(socket, this.#accepted);
    } catch (cause) {
      this.#failure ??= peerError('ERR_PEER_SCRIPT', `the script failed: ${messageOf(cause)}`, {
        cause,
      });
      socket.destroy();
    }
  }
}
