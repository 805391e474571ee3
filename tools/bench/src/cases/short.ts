import type { LoadOptions } from '../load/load-run.ts';
import type { Need } from '../peers/peer.ts';
import type { Case } from './case.ts';
import { measureLoad } from './measure-load.ts';

const PREFIX_BYTES = Buffer.byteLength('Anda mengirim: ');

/** To open connections costs the client about as much as the server: one thread would be too slow. */
const LOAD_THREADS = 2;

export const SHORT_CONNECTION = {
  mode: 'short',
  connections: 64,
  threads: LOAD_THREADS,
  size: 32,
  reply: 32 + PREFIX_BYTES,
} as const;

function shortCase(
  name: string,
  what: string,
  need: Need,
  load: Required<Pick<LoadOptions, 'connections' | 'threads' | 'size' | 'reply'>>,
): Case {
  const options = { ...load, mode: 'short', tls: need.tls } as const;
  return {
    name,
    what,
    need,
    main: 'throughput',
    async measure(measuring) {
      const { seconds, warmUpSeconds } = measuring;
      await measureLoad(measuring, { ...options, seconds: warmUpSeconds });
      const { result, figures } = await measureLoad(measuring, { ...options, seconds });
      const { p50, p99, p999 } = result.latencyMicros;
      return { ...figures, p50, p99, p999 };
    },
  };
}

export const short = shortCase(
  'short',
  'connect, one message of 32 bytes, its answer, end of both sides; 64 at a time',
  { mode: 'reply', tls: false },
  SHORT_CONNECTION,
);

export const tlsHandshakes = shortCase(
  'tls-handshakes',
  'connect, full TLS 1.3 handshake with an RSA-2048 certificate, close; 64 at a time',
  { mode: 'reply', tls: true },
  { ...SHORT_CONNECTION, threads: 1, size: 0, reply: 0 }, // the client has a tenth of the work
);
