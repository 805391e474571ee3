import { formatEndpoint } from '@praktikum/protocol';
import { converse, serveConnections } from '@praktikum/socket-pool';
import { answererFor } from './answer.ts';
import type { PeerArguments } from './arguments.ts';
import { LineLog } from './line-log.ts';

await serveConnections<Pick<PeerArguments, 'mode' | 'log'>>(({ data: { mode, log } }) => {
  const conversation = { receive: answererFor(mode), end: () => new Uint8Array(0) };
  const lines = new LineLog();
  return {
    open(connection) {
      if (!log) return converse(connection, conversation);
      const address = formatEndpoint(connection.remote);
      lines.line(`Koneksi dari ${address} telah diterima.`);
      converse(connection, conversation, {
        received: (chunk) => lines.line(`Dari ${address}: ${Buffer.from(chunk).toString()}`),
      });
    },
  };
});
