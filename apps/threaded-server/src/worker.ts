import {
  createConversation,
  Excerpts,
  formatEndpoint,
  type ConversationMode,
} from '@praktikum/protocol';
import { runPoolWorker } from '@praktikum/server-program';
import { RepeatedLines } from '@praktikum/service';
import { converse, type ConversationObserver } from '@praktikum/socket-pool';
import { GUIDE_LINES } from './texts.ts';

await runPoolWorker<ConversationMode>(({ data: mode, log, connections }) => {
  const lines = new RepeatedLines(log, 'received');
  return {
    open(connection) {
      // Nothing is put into words for a line that nobody wants.
      if (!lines.enabled) return converse(connection, createConversation(mode));
      const remote = formatEndpoint(connection.remote);
      connections.opened(connection, GUIDE_LINES.connection(remote));
      const fields = { connection: connection.id, remote };
      converse(connection, createConversation(mode), messageLog(lines, fields));
    },
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
