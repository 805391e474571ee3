import { ratioOf, type Spread } from './statistics.ts';
import { valuesOf, type FigureKey, type Sample } from './samples.ts';
import type { FigureName } from './cases/case.ts';

/** Where a server of ours has to stand beside a peer. */
export interface RequiredRatio {
  readonly what: string;
  readonly of: FigureKey;
  /** Without it the figure itself is what is required. */
  readonly to?: FigureKey;
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
  /** How many the machine must have for it; with fewer the load generator takes what the server lacks. */
  readonly cores?: number;
}

export interface CheckedRatio extends RequiredRatio {
  readonly value: Spread | undefined;
  readonly verdict: 'met' | 'missed' | 'not measured' | 'too few cores';
}

const OURS = 'threaded-server';
const REUSEPORT = 'threaded-server-reuseport';

const figure =
  (name: string, figure: FigureName) =>
  (peer: string, logging: FigureKey['logging'] = 'off'): FigureKey => ({
    peer,
    case: name,
    logging,
    figure,
  });

const messages = figure('messages-64', 'throughput');
const messageCpu = figure('messages-64', 'cpuMicros');
const short = figure('short', 'throughput');
const handshakes = figure('tls-handshakes', 'throughput');
const work = figure('work', 'throughput');
const growth = figure('churn', 'growth');

/** For threaded-server. */
export const REQUIRED_RATIOS: readonly RequiredRatio[] = [
  required(
    'CPU per small message beside C epoll',
    messageCpu(OURS),
    'at most',
    1.8,
    messageCpu('epoll'),
  ),
  required(
    'CPU per small message beside node:cluster',
    messageCpu(OURS),
    'at most',
    1.05,
    messageCpu('cluster'),
  ),
  required(
    'messages at 64 connections beside the guide',
    messages(OURS),
    'at least',
    4,
    messages('guide-python'),
  ),
  required('short connections beside the guide', short(OURS), 'at least', 5, short('guide-python')),
  required(
    'short connections with reuseport beside C epoll',
    short(REUSEPORT),
    'at least',
    0.8,
    short('epoll'),
  ),
  required('short connections beside node:cluster', short(OURS), 'at least', 1, short('cluster')),
  {
    what: 'full TLS handshakes beside one Node thread',
    of: handshakes(OURS),
    bound: 'at least',
    limit: 1.5,
    to: handshakes('node'),
    cores: 4, // OpenSSL's client works nearly as long on one as the server
  },
  required(
    'messages with work in the pool beside one Node thread',
    work('socket-pool'),
    'at least',
    1.8,
    work('node'),
  ),
  required('memory over short connections without end', growth(OURS), 'at most', 1.1),
  required(
    'memory over short connections without end, reuseport',
    growth(REUSEPORT),
    'at most',
    1.1,
  ),
  required(
    'messages logged to a file beside not logged',
    messages(OURS, 'on'),
    'at least',
    0.6,
    messages(OURS),
  ),
  required(
    'logged messages beside the guide printing to a file',
    messages(OURS, 'on'),
    'at least',
    4,
    messages('guide-python', 'on'),
  ),
];

function required(
  what: string,
  of: FigureKey,
  bound: RequiredRatio['bound'],
  limit: number,
  to?: FigureKey,
): RequiredRatio {
  return { what, of, bound, limit, ...(to === undefined ? {} : { to }) };
}

/** Holds the samples of a run on so many cores against what is required. */
export function checkRatios(
  samples: readonly Sample[],
  cores: number,
  ratios: readonly RequiredRatio[],
): CheckedRatio[] {
  return ratios.map((ratio) => {
    const value = valueOf(samples, ratio);
    return { ...ratio, value, verdict: verdictOn(value, ratio, cores) };
  });
}

function valueOf(samples: readonly Sample[], { of, to }: RequiredRatio): Spread | undefined {
  const values = valuesOf(samples, of);
  const others =
    to === undefined
      ? new Map([...values.keys()].map((round) => [round, 1]))
      : valuesOf(samples, to);
  return ratioOf(values, others);
}

function verdictOn(
  value: Spread | undefined,
  { bound, limit, cores: needed = 1 }: RequiredRatio,
  cores: number,
): CheckedRatio['verdict'] {
  if (value === undefined) return 'not measured';
  if (cores < needed) return 'too few cores';
  const met = bound === 'at most' ? value.median <= limit : value.median >= limit;
  return met ? 'met' : 'missed';
}
