import type { PortUse } from './port-holder.ts';

/**
 * Finds who has a port in what `netstat -ano` prints on Windows. Its words for states are those of the
 * system's language; a server is known by its peer, which is none.
 *
 *       TCP    0.0.0.0:8080     0.0.0.0:0          LISTENING    4321
 *       TCP    [::]:8080        [::]:0             LISTENING    4321
 *       UDP    [::]:8080        *:*                             4321
 *       TCP    127.0.0.1:8080   127.0.0.1:53301    TIME_WAIT    0
 */
export function pidInNetstat(
  printed: string,
  port: number,
  transport: string,
  use: PortUse,
): number | undefined {
  const wantedPeer = use === 'listening' ? /:(0|\*)$/ : /:/;
  const pids = printed
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([protocol = '', local = '', peer = '']) =>
        protocol.toLowerCase() === transport && local.endsWith(`:${port}`) && wantedPeer.test(peer),
    )
    .map((fields) => Number(fields.at(-1)));
  return pids.find((pid) => pid > 0); // a closed connection belongs to no process any more
}
