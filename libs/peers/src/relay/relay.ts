import { connect, type Socket } from 'node:net';
import type { Endpoint } from '@praktikum/protocol';
import { dribble } from '../dribble.ts';
import { reset } from '../reset.ts';
import { ScriptedServer } from '../server/scripted-server.ts';

/** What a network does to those who talk through it. */
export interface RelayOptions {
  /** Hands every byte on by itself. Default: as the bytes come. */
  readonly singleBytes?: boolean;
  /** Breaks the connection for both sides when so many bytes of the server have been handed on. */
  readonly breakAfterBytes?: number;
}

/** A network between clients and a server: it hands on what both say, ends and resets included. */
export class Relay {
  readonly #server: ScriptedServer;

  static async listen(to: Endpoint, options: RelayOptions = {}): Promise<Relay> {
    return new Relay(await ScriptedServer.listen((socket) => relay(socket, to, options)));
  }

  private constructor(server: ScriptedServer) {
    this.#server = server;
  }

  /** Where it is connected to instead of the server. */
  get endpoint(): Endpoint {
    return this.#server.endpoint;
  }

  /** Breaks every connection. */
  async close(): Promise<void> {
    await this.#server.close();
  }
}

function relay(client: Socket, { host, port }: Endpoint, options: RelayOptions): void {
  const server = connect({ host, port, allowHalfOpen: true });
  const { singleBytes = false, breakAfterBytes = Infinity } = options;
  const send = (to: Socket, bytes: Buffer) =>
    singleBytes ? dribble(to, bytes) : new Promise((resolve) => to.write(bytes, resolve));
  let left = breakAfterBytes;
  handOn(client, server, (bytes) => send(server, bytes));
  handOn(server, client, async (bytes) => {
    await send(client, bytes.subarray(0, left));
    left -= bytes.length;
    if (left <= 0) for (const socket of [client, server]) reset(socket);
  });
}

/** One direction. Reading waits for writing, so that a slow side is felt by the other. */
function handOn(from: Socket, to: Socket, send: (bytes: Buffer) => Promise<unknown>): void {
  let sent = Promise.resolve<unknown>(undefined);
  from.on('data', (chunk: Buffer) => {
    from.pause();
    sent = send(chunk).then(() => from.resume());
  });
  from.on('end', () => void sent.then(() => to.end()));
  from.on('error', () => reset(to));
  from.on('close', () => from.readableEnded || to.destroy());
}
