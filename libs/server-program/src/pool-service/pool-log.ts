import { codeOf, messageOf } from '@praktikum/protocol';
import type { Logger } from '@praktikum/service';
import type { SocketPool } from '@praktikum/socket-pool';
import { ConnectionLog } from '../connection-log.ts';
import type { PoolServiceTexts } from './texts.ts';

/** Logs what the main thread of a pool learns of its clients and workers. */
export function logPool(
  pool: SocketPool,
  log: Logger,
  texts: Pick<PoolServiceTexts, 'connections' | 'tls' | 'pool'>,
): void {
  const connections = new ConnectionLog(log, texts);
  pool.on('queued', (client, before) => connections.queued(client, before));
  pool.on('refused', (client, reason) => connections.refused(client, reason));
  pool.on('paused', () => connections.paused());
  pool.on('workerExit', (worker, { exitCode, error, connections: lost, unacknowledged }) => {
    const threw = error !== undefined;
    const reason = threw ? messageOf(error) : `exit code ${exitCode}`;
    const ended = { exitCode, connections: lost, unacknowledged, reason };
    log.error(
      { event: 'worker-exit', worker, ...ended, ...(threw && { code: codeOf(error) }) },
      texts.pool.workerExit(worker, lost, reason),
    );
  });
  pool.on('workerRestart', (worker) => {
    log.info({ event: 'worker-restart', worker }, texts.pool.workerRestart(worker));
  });
}
