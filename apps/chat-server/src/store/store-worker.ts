import {
  parentPort,
  receiveMessageOnPort,
  workerData,
  type MessagePort,
} from 'node:worker_threads';
import { CodedError } from '@praktikum/protocol/coded-error';
import { dataError, sentError } from './data-error.ts';
import { openDatabase } from './open-database.ts';
import { StoreDesk } from './store-desk.ts';
import type { FromStore, StoreStart, ToStore } from './thread-messages.ts';

/**
 * Requests that are worked through at once, and committed together.
 * @unit requests
 * @against answers that wait until a backlog has come to its end
 * @provenBy ./store.spec.ts: answers while more is coming than it commits at once
 */
const MAX_REQUESTS_AT_ONCE = 1000;

const port = parentPort as MessagePort;
const { folder, retention } = workerData as StoreStart;
const tell = (message: FromStore) => port.postMessage(message);

try {
  const desk = new StoreDesk(openDatabase(folder), retention, tell);
  port.on('message', (requests: ToStore[]) => {
    const all = [...requests, ...further(requests.length)];
    desk.handle(all);
    if (all.at(-1)?.type !== 'close') return;
    desk.close();
    port.close();
  });
} catch (error) {
  // One without a code of ours was met by reading what is stored: the database is damaged.
  const told = error instanceof CodedError ? error : dataError(folder, error);
  tell({ type: 'not-opened', error: sentError(told) });
}

/** What has come meanwhile: many turns of a busy owner are one transaction. */
function* further(count: number): Iterable<ToStore> {
  while (count < MAX_REQUESTS_AT_ONCE) {
    const more = receiveMessageOnPort(port) as { message: ToStore[] } | undefined;
    if (more === undefined) return;
    yield* more.message;
    count += more.message.length;
  }
}
