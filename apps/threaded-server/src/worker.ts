import { createConversation, Excerpts, formatEndpoint } from '@praktikum/protocol';
import { ConnectionLog } from '@praktikum/server-program';
import { createLogger, RepeatedLines } from '@praktikum/service';
import { converse, serveConnections, type ConversationObserver } from '@praktikum/socket-pool';
import { GUIDE_LINES } from './texts.ts';
import type { WorkerSettings } from './worker-settings.ts';

await serveConnections<WorkerSettings>(({ worker, data: { mode, log: logOptions } }) => {
  const log = createLogger(logOptions).child({ worker });
  const connectionLog = new ConnectionLog(log, logOptions.language);
  const lines = new RepeatedLines(log, 'received');
  return {
    open(connection) {
      // Nothing is put into words for a line that nobody wants.
      if (!lines.enabled) return converse(connection, createConversation(mode));
      const remote = formatEndpoint(connection.remote);
      const fields = { connection: connection.id, remote };
      log.info({ event: 'connection', ...fields }, GUIDE_LINES.connection(remote));
      connectionLog.secured(connection);
      converse(connection, createConversation(mode), messageLog(lines, fields));
    },
    closed: (connection, closed) => connectionLog.closed(connection, closed),
    handshakeFailed: (client, failure) => connectionLog.handshakeFailed(client, failure),
    keyLogFailed: (error) => connectionLog.keyLogFailed(error),
    housekeepingFailed: (chore, error) => connectionLog.housekeepingFailed(chore, error),
  };
});

/** One line for every chunk that arrives. */
function messageLog(
  lines: RepeatedLines,
  fields: { connection: number; remote: string },
): ConversationObserver {
  const shared = lines.share(fields);
  const excerpts = new Excerpts();
  return {
    received(chunk) {
      const text = excerpts.push(chunk);
      lines.write(shared, chunk.length, GUIDE_LINES.received(fields.remote, text));
    },
  };
}
