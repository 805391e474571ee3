import { formatEndpoint } from '@praktikum/protocol';
import { runPoolWorker } from '@praktikum/server-program';
import type { WorkerSettings } from './line/worker-settings.ts';
import { TEXTS } from './texts.ts';
import { ChatWorker } from './worker/chat-worker.ts';

/** Runs in every worker thread: sockets, TLS, HTTP, framing, flood control and writing. */
await runPoolWorker<WorkerSettings, Uint8Array, Uint8Array>((service) => {
  const { data, owner, connections, language } = service;
  if (owner === undefined) throw new Error('the chat has an owner');
  const worker = new ChatWorker(data, owner);
  const { connected } = TEXTS[language];
  return {
    open(connection) {
      connections.opened(connection, connected(formatEndpoint(connection.remote)));
      worker.open(connection);
    },
    closed: (connection, closed) => worker.closed(connection, closed),
  };
});
