import type { ClosedConnection } from '@praktikum/socket-pool';

/** Why clients have to go when the server stops. */
export const SHUTDOWN = 'Server shutting down';

/** What the others are told of a client that has gone without QUIT. In English, as QUIT messages of servers are. */
export function farewellOf({ reason, code }: ClosedConnection): string {
  if (code === 'ERR_SEND_QUEUE') return 'Send queue exceeded';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'Connection reset by peer';
  if (code === 'ETIMEDOUT') return 'Connection timed out';
  if (reason === 'idle') return 'Idle for too long';
  if (reason === 'drained' || reason === 'destroyed') return SHUTDOWN;
  if (reason === 'error') return `Connection error${code === undefined ? '' : `: ${code}`}`;
  return 'Connection closed';
}
