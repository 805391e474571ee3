import { codeOf, messageOf } from '@praktikum/protocol';
import type { Logger, LogWords } from '@praktikum/service';
import type { SocketPool } from '@praktikum/socket-pool';
import { ConnectionLog } from '../connection-log.ts';
import type { PoolServiceTexts } from './texts.ts';

/** Logs what the main thread of a pool learns of its clients and workers. */
export function logPool(
  pool: SocketPool,
  log: Logger,
  texts: Pick<PoolServiceTexts, 'connections' | 'tls' | 'pool'>,
  codes: LogWords,
): void {
  const connections = new ConnectionLog(log, texts, codes);
  pool.on('queued', (client, before) => connections.queued(client, before));
  pool.on('refused', (client, reason) => connections.refused(client, reason));
  pool.on('paused', () => connections.paused());
  pool.on('workerExit', (worker, { exitCode, error, connections: lost, unacknowledged }) => {
    const ended = { event: 'worker-exit', worker, exitCode, connections: lost, unacknowledged };
    if (error === undefined) {
      log.error(ended, texts.pool.workerExit(worker, lost, texts.pool.exitCode(exitCode)));
      return;
    }
    const code = codeOf(error);
    const reason = messageOf(error);
    log.error(
      { ...ended, code, reason },
      texts.pool.workerExit(worker, lost, codes[code] ?? reason),
    );
  });
  pool.on('workerRestart', (worker) => {
    log.info({ event: 'worker-restart', worker }, texts.pool.workerRestart(worker));
  });
}
