import { createServer, type Socket } from 'node:net';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { answererFor } from './answer.ts';
import { readArguments } from './arguments.ts';
import { LineLog } from './line-log.ts';

/**
 * What is done where a socket cannot move: the main thread reads and writes, the bytes go through a
 * MessagePort to a worker, which works the answer out, and back.
 */
interface Relayed {
  readonly id: number;
  readonly address: string;
  readonly chunk: Uint8Array<ArrayBuffer>;
}

const { port, workers, mode, log } = readArguments();

function relay(): void {
  const threads = Array.from(
    { length: workers },
    () => new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) }),
  );
  const sockets = new Map<number, Socket>();
  for (const thread of threads) {
    thread.on('message', ({ id, chunk }: Relayed) => sockets.get(id)?.write(chunk));
  }
  let nextId = 1;
  const server = createServer({ noDelay: true }, (socket) => {
    const id = nextId++;
    const thread = threads[id % threads.length]!;
    const address = `${socket.remoteAddress}:${socket.remotePort}`;
    sockets.set(id, socket);
    socket.on('data', (chunk: Buffer) => {
      // A copy of its own: the chunk's buffer may be a part of a larger one.
      const bytes = Uint8Array.from(chunk);
      thread.postMessage({ id, address, chunk: bytes } satisfies Relayed, [bytes.buffer]);
    });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(id));
  });
  server.listen({ port, host: '127.0.0.1', backlog: 511 });
}

function answerRelayed(): void {
  const answer = answererFor(mode);
  const lines = new LineLog();
  parentPort!.on('message', ({ id, address, chunk }: Relayed) => {
    if (log) lines.line(`Dari ${address}: ${Buffer.from(chunk).toString()}`);
    const reply = Uint8Array.from(answer(chunk));
    parentPort!.postMessage({ id, address, chunk: reply } satisfies Relayed, [reply.buffer]);
  });
}

if (isMainThread) relay();
else answerRelayed();
