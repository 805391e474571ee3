import type { Server } from 'node:net';
import { workerData, type MessagePort } from 'node:worker_threads';
import { Places } from '../shared/places.ts';
import { WorkerAcceptor } from './worker-acceptor.ts';
import { sharedNow, type FromWorker, type MovedClient } from '../shared/messages.ts';
import type { ToWorker, WorkerStart } from '../shared/messages.ts';
import type { ConnectionHandler } from './connection.ts';
import { ConnectionSet } from './connection-set.ts';
import { Housekeeping } from './housekeeping.ts';
import { LoadMeter } from './load-meter.ts';
import { Reports } from './reports.ts';
import { handleOf, leaveHandle, socketAround } from '../shared/socket-handle.ts';

/** What a worker knows about itself. */
export interface WorkerContext<Data> {
  /** 1 to the number of workers. */
  readonly worker: number;
  /** `data` of the pool's options, as it arrived through structured clone. */
  readonly data: Data;
}

/**
 * Makes the worker module that calls it serve the connections of its pool.
 * @param setUp called once, before the first connection; the pool waits for it
 */
export async function serveConnections<Data = undefined>(
  setUp: (context: WorkerContext<Data>) => ConnectionHandler | Promise<ConnectionHandler>,
): Promise<void> {
  const { port, worker, limits, tls, places, accepting, data } = workerData as WorkerStart;
  const post = (message: FromWorker) => port.postMessage(message);
  const waiting = new Places(places, 0);
  const reports = new Reports(post, () => waiting.waiting > 0);
  const handler = await setUp({ worker, data: data as Data });
  const housekeeping = new Housekeeping(handler);
  let stopping = false;
  const connections = new ConnectionSet(
    handler,
    limits,
    ({ id }, closed) => {
      reports.closed(id, closed);
      lookWhetherToAccept();
      endWhenIdle();
    },
    tls,
  );
  const acceptor =
    accepting &&
    new WorkerAcceptor(accepting, places, {
      serve: ({ id, remote, socket }) => {
        serve({ id, remote, handle: handleOf(socket)! });
        leaveHandle(socket);
      },
      taken: (client) => reports.taken(client),
      ask: (client) => reports.asking(client),
      lost: ({ id }) => reports.closed(id, LOST_WAITING),
      dismissed: () => endWhenIdle(),
      lookAgain: () => lookWhetherToAccept(),
      listenerLost: () => post({ type: 'listener-lost' }),
    });
  const meter = new LoadMeter(connections);
  const serve = ({ id, remote, handle }: MovedClient) => {
    connections.serve({ id, remote, socket: socketAround(handle, tls === undefined) });
  };
  const lookWhetherToAccept = () => {
    if (acceptor) housekeeping.run('accept', () => acceptor.look());
  };
  const tellLoad = () => {
    const load = housekeeping.run('load', () => meter.read());
    if (load !== undefined) post({ type: 'load', load });
  };
  const tellAll = () => {
    reports.send();
    tellLoad();
  };
  process.on('exit', tellAll); // what happened in the turn that ends the thread
  const endWhenIdle = () => {
    if (!stopping || connections.size > 0 || acceptor?.idle === false) return;
    tellAll();
    port.close(); // the last thing that keeps the thread alive
  };
  port.on('message', (message: ToWorker) => {
    switch (message.type) {
      case 'serve':
        for (const client of message.clients) {
          reports.accepted(client.id, sharedNow() - message.sentAt);
          serve(client);
        }
        return;
      case 'ping':
        lookWhetherToAccept();
        reports.send(); // the answer settles what was handed over before the question
        tellLoad();
        return post({ type: 'pong' });
      case 'drain':
        return connections.drain();
      case 'destroy':
        acceptor?.destroy();
        return connections.destroy();
      case 'stop':
        stopping = true;
        return endWhenIdle();
      case 'admit':
        return acceptor?.admit(message.id);
      case 'refuse':
        return acceptor?.refuse(message.id);
      case 'listen':
        return void acceptor?.listen(message.bound).then(
          () => post({ type: 'listening' }),
          (error: unknown) => post({ type: 'not-listening', error }),
        );
      case 'take-over':
        return receiveServer(message.from, (server) => {
          if (server !== undefined) acceptor?.takeOver(server);
          post({ type: server === undefined ? 'not-listening' : 'listening' });
        });
      case 'move-listener':
        acceptor?.moveTo(message.to);
        return message.to.close();
      case 'stop-listening':
        acceptor?.close();
        reports.send();
        return post({ type: 'not-listening' });
    }
  });
  post({ type: 'ready' });
}

/** A client that waited for a place and had left when there was one. */
const LOST_WAITING = {
  reason: 'error',
  code: 'ECONNRESET',
  bytesRead: 0,
  bytesWritten: 0,
} as const;

/** @param received told once; undefined when the other side has closed without a server */
function receiveServer(from: MessagePort, received: (server: Server | undefined) => void): void {
  from.once('message', (server: Server) => {
    from.removeAllListeners('close').close();
    received(server);
  });
  from.once('close', () => received(undefined));
}
