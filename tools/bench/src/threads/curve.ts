import type { LoadOptions } from '../load/load-run.ts';
import { node, socketPool } from '../peers/node.ts';
import type { Need, Peer } from '../peers/peer.ts';
import { threadedDispatch } from '../peers/threaded-server.ts';

/** One place on the horizontal axis: a load that all servers of the curve are put under. */
export interface Point {
  readonly name: string;
  readonly need: Need;
  readonly load: Omit<LoadOptions, 'port' | 'seconds' | 'tls'>;
}

export interface Curve {
  readonly name: string;
  readonly title: string;
  /** What the points differ in. */
  readonly axis: string;
  /** The server with threads. */
  readonly pool: Peer;
  readonly points: readonly Point[];
}

/** The one thread that all others are measured against. */
export const ONE_THREAD = node;

/** Worker threads of the pool, a line of the chart each. */
export const WORKERS = [1, 2, 4] as const;

const SMALL_BYTES = 32;

/** @param hashMicros what one round of SHA-256 takes on this machine */
export function curves(hashMicros: number): readonly Curve[] {
  return [
    {
      name: 'work',
      title: 'CPU work per message',
      axis: 'CPU work of each message; 16 connections',
      pool: socketPool,
      points: [0, 10, 100, 1000].map((times) => workPoint(times, hashMicros)),
    },
    {
      name: 'tls',
      title: 'TLS 1.3',
      axis: 'handshakes: 64 connections at a time; echo: 16',
      pool: threadedDispatch,
      points: [
        {
          name: 'full handshakes',
          need: { mode: 'reply', tls: true },
          load: { mode: 'short', connections: 64, threads: 1, size: 0, reply: 0 },
        },
        {
          name: 'echo of 64 KiB',
          need: { mode: 'echo', tls: true },
          load: { mode: 'closed', connections: 16, size: 65_536, reply: 65_536 },
        },
      ],
    },
    {
      name: 'echo',
      title: 'echo of 32 bytes, no TLS',
      axis: 'connections',
      pool: threadedDispatch,
      points: [1, 64, 1000].map((connections) => ({
        name: String(connections),
        need: { mode: 'echo', tls: false },
        load: { mode: 'closed', connections, size: SMALL_BYTES, reply: SMALL_BYTES },
      })),
    },
  ];
}

function workPoint(times: number, hashMicros: number): Point {
  return {
    name: `${Number((times * hashMicros).toPrecision(2)).toLocaleString('en')} µs`,
    need: { mode: `hash-${times}`, tls: false },
    load: { mode: 'closed', connections: 16, size: SMALL_BYTES, reply: SMALL_BYTES },
  };
}
