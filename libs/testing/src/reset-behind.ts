import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as secure, type ConnectionOptions } from 'node:tls';
import type { Endpoint } from '@praktikum/protocol';

/**
 * A client over TLS whose last message of the handshake, questions and reset the server finds all at once:
 * what the server then writes first, its session tickets, fails within the call.
 */
export async function resetBehind(
  questions: Buffer,
  endpoint: Endpoint,
  options: ConnectionOptions,
): Promise<void> {
  const socket = connect(endpoint);
  const kept: Buffer[] = [];
  const client = secure({ ...options, socket: keeping(socket, kept), minVersion: 'TLSv1.3' });
  await once(client, 'secureConnect');
  await new Promise<unknown>((resolve) => client.write(questions, resolve));
  socket.write(Buffer.concat(kept));
  socket.resetAndDestroy();
}

/** Passes everything on, but keeps what is to be sent once something has been received. */
function keeping(socket: Socket, kept: Buffer[]): Duplex {
  let hasReceived = false;
  const stream = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _, done) {
      if (!hasReceived) return void socket.write(chunk, done);
      kept.push(chunk);
      done();
    },
  });
  socket.on('data', (chunk) => {
    hasReceived = true;
    stream.push(chunk);
  });
  return stream;
}
