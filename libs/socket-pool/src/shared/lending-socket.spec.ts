import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Conversation } from '@praktikum/protocol';
import { dismiss } from './dismiss.ts';
import type { Connection } from '../worker/connection.ts';
import { converse } from '../worker/converse.ts';
import type { Borrower, LendingSocket } from './lending-socket.ts';
import { asArrived } from './socket-handle.ts';

/** More than the kernel keeps for both ends of a connection. */
const MANY_BYTES = 32 * 1024 * 1024;
/** Longer than a test may take. */
const NEVER_MS = 60_000;

let server: Server;
let client: Socket;
let socket: Socket;
const opened: Socket[] = [];

/** A client and the lending socket of its connection. */
async function connectPair(): Promise<[Socket, Socket]> {
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const near = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [shell] = await accepted;
  const far = asArrived(shell, true, true)!;
  opened.push(near, far);
  return [near, far];
}

beforeEach(async () => {
  server = createServer({ pauseOnConnect: true, allowHalfOpen: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  [client, socket] = await connectPair();
});

afterEach(() => {
  for (const each of opened.splice(0)) each.destroy();
  server.close();
});

/** Its period is a prime, so that no read of a power of two bytes is like another. */
function pattern(bytes: number): Buffer {
  return Buffer.alloc(
    bytes,
    Uint8Array.from({ length: 251 }, (_, at) => at),
  );
}

const echo: Conversation = { receive: (chunk) => chunk, end: () => new Uint8Array(0) };

describe('a lending socket', () => {
  it('is a stream until somebody borrows', async () => {
    const sent = pattern(MANY_BYTES);
    client.end(sent);
    expect(sent.equals(await buffer(socket))).toBe(true);
  });

  it('lends every chunk in the same memory', async () => {
    const places = new Set<ArrayBufferLike>();
    let bytes = 0;
    (socket as LendingSocket).lendTo((chunk) => {
      places.add(chunk.buffer);
      bytes += chunk.length;
    });
    client.end(pattern(MANY_BYTES));
    await once(socket, 'end');
    expect(bytes).toBe(MANY_BYTES);
    expect(socket.bytesRead).toBe(MANY_BYTES);
    expect(places.size).toBe(1);
  });

  it('gives an echo of its own to a client that reads late, whoever borrows meanwhile', async () => {
    const connection: Partial<Connection> = { socket, hold: () => () => undefined };
    converse(connection as Connection, echo);
    const sent = pattern(MANY_BYTES);
    client.pause();
    client.end(sent);
    await once(socket, 'pause'); // the kernel takes no more of the answers
    const [other, borrowing] = await connectPair();
    (borrowing as LendingSocket).lendTo(() => undefined);
    other.end(Buffer.alloc(MANY_BYTES, 'x'));
    await once(borrowing, 'end');
    expect(sent.equals(await buffer(client))).toBe(true);
  });

  it.each<[string, (borrower: Borrower) => void]>([
    ['lent', (borrower) => (socket as LendingSocket).lendTo(borrower)],
    ['streamed', (borrower) => socket.on('data', borrower)],
  ])(
    'is dismissed at once by a peer that goes, and drops what still comes (%s)',
    async (_, read) => {
      const heard: string[] = [];
      read((chunk) => {
        heard.push(chunk.toString());
        dismiss(socket, NEVER_MS);
        client.end(pattern(MANY_BYTES));
      });
      client.write('enough');
      await expect(buffer(client)).resolves.toHaveLength(0);
      await once(socket, 'close');
      expect(heard).toEqual(['enough']);
    },
  );
});
