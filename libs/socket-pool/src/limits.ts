import { CodedError } from '@praktikum/protocol';

/** Every bound of a server that takes connections. Times are in milliseconds. */
export interface Limits {
  /** Clients served at the same time. */
  readonly maxConnections: number;
  /** Clients of one IP address that are served or wait at the same time. */
  readonly maxConnectionsPerAddress: number;
  /** Clients that may wait for one of the served ones to leave. */
  readonly maxQueued: number;
  /** How long a client may wait in that queue. */
  readonly queueTimeoutMs: number;
  /** How long a client may neither send nor take anything. */
  readonly idleTimeoutMs: number;
  /** How long a client may take from its accept to the end of its TLS handshake. */
  readonly handshakeTimeoutMs: number;
  /** Unfinished TLS handshakes of one thread; one more, and the oldest of them is cut off. */
  readonly maxHandshakes: number;
  /** How long a client must have been silent to count as idle when the server is stopping. */
  readonly drainQuietMs: number;
  /** How long a client that has been sent the end of the stream may take to close its side. */
  readonly lingerMs: number;
  /** How often a worker is asked whether it still listens. */
  readonly heartbeatMs: number;
  /** How long a worker may leave that question open before it is ended and replaced. */
  readonly stuckTimeoutMs: number;
  /** Connections the kernel completes before they are accepted; `listen(2)`. */
  readonly backlog: number;
}

interface Bound {
  readonly default: number;
  readonly min: number;
  readonly max: number;
}

const DAY_MS = 86_400_000;

export const LIMITS: { readonly [Name in keyof Limits]: Bound } = {
  maxConnections: { default: 10_000, min: 1, max: 1_000_000 },
  maxConnectionsPerAddress: { default: 10_000, min: 1, max: 1_000_000 },
  maxQueued: { default: 1024, min: 0, max: 1_000_000 },
  queueTimeoutMs: { default: 30_000, min: 1, max: DAY_MS },
  idleTimeoutMs: { default: 60_000, min: 1, max: DAY_MS },
  handshakeTimeoutMs: { default: 10_000, min: 1, max: DAY_MS },
  maxHandshakes: { default: 512, min: 1, max: 1_000_000 },
  drainQuietMs: { default: 200, min: 1, max: 60_000 },
  lingerMs: { default: 1000, min: 1, max: 60_000 },
  heartbeatMs: { default: 1000, min: 10, max: 60_000 },
  stuckTimeoutMs: { default: 10_000, min: 100, max: DAY_MS },
  backlog: { default: 511, min: 1, max: 65_535 },
};

/**
 * The complete, frozen limits behind the given ones.
 * @throws CodedError `ERR_OPTION_VALUE`, naming the limit and its range
 */
export function completeLimits(given: Partial<Limits> = {}): Limits {
  const complete: Record<string, number> = {};
  for (const [name, bound] of Object.entries(LIMITS)) {
    const value = given[name as keyof Limits] ?? bound.default;
    if (!Number.isInteger(value) || value < bound.min || value > bound.max) {
      throw new CodedError('ERR_OPTION_VALUE', `${name} is not in ${bound.min}..${bound.max}`, {
        details: { option: name, value, accepts: `${bound.min} … ${bound.max}` },
      });
    }
    complete[name] = value;
  }
  return Object.freeze(complete as unknown as Limits);
}
