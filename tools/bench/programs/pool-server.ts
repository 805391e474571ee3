import { SocketPool } from '@praktikum/socket-pool';
import { readArguments } from './arguments.ts';

/** libs/socket-pool with the least around it: what the pool itself costs, and work in its workers. */
const { port, workers, mode, log } = readArguments();
const pool = await SocketPool.listen({
  worker: new URL('./pool-worker.ts', import.meta.url),
  listeners: [{ endpoint: { host: '127.0.0.1', port } }],
  workers,
  data: { mode, log },
});
process.once('SIGTERM', () => void pool.close(0).then(() => process.exit()));
