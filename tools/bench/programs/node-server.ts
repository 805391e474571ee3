import { createServer as createPlainServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { answererFor } from './answer.ts';
import { readArguments } from './arguments.ts';
import { LineLog } from './line-log.ts';

/** Plain Node: one thread, one listener. The cluster runs this very module in its processes. */
const { port, mode, log, tls } = readArguments();
const answer = answererFor(mode);
const lines = new LineLog();

function serve(socket: Socket): void {
  const address = `${socket.remoteAddress}:${socket.remotePort}`;
  if (log) lines.line(`Koneksi dari ${address} telah diterima.`);
  socket.on('data', (chunk: Buffer) => {
    if (log) lines.line(`Dari ${address}: ${chunk.toString()}`);
    if (!socket.write(answer(chunk))) socket.pause();
  });
  socket.on('drain', () => socket.resume());
  socket.on('error', () => socket.destroy());
}

const server =
  tls === undefined
    ? createPlainServer({ noDelay: true }, serve)
    : createTlsServer({ ...tls, noDelay: true }, serve);
server.on('tlsClientError', () => undefined);
server.listen({ port, host: '127.0.0.1', backlog: 511 });
