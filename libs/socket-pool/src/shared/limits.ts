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
  /**
   * How long a client may neither send nor take anything. What it takes is seen when the kernel has room for
   * about a third of its send buffer again: 1.3 of 4 MB on Linux, which a very slow reader of very much may not reach.
   */
  readonly idleTimeoutMs: number;
  /** How long a client may take from its accept to the end of its TLS handshake. */
  readonly handshakeTimeoutMs: number;
  /**
   * TLS handshakes of one listener in one thread at the same time; who comes then waits. While more than these are
   * unfinished, the oldest have half the time.
   */
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

/** Default and range of each limit. */
export const LIMITS: { readonly [Name in keyof Limits]: Bound } = {
  /**
   * @unit connections
   * @against more clients at once than memory and descriptors can carry
   * @provenBy ../pool/pool-limits.spec.ts: lets clients wait in order and refuses the rest with a clean
   *   end
   */
  maxConnections: { default: 10_000, min: 1, max: 1_000_000 },
  /**
   * @unit connections
   * @against one host that takes every place
   * @provenBy ../pool/pool-limits.spec.ts: refuses more than so many clients of one address
   * @provenBy ../pool/accept/admission.spec.ts: counts the served and the waiting of an address together
   */
  maxConnectionsPerAddress: { default: 10_000, min: 1, max: 1_000_000 },
  /**
   * @unit connections
   * @against a queue that grows for as long as clients come faster than they leave
   * @provenBy ../pool/accept/admission.spec.ts: serves up to the limit, queues up to the next, refuses the rest
   */
  maxQueued: { default: 1024, min: 0, max: 1_000_000 },
  /**
   * @unit ms
   * @against clients that wait for a place that never becomes free
   * @provenBy ../pool/pool-limits.spec.ts: refuses who waits too long
   */
  queueTimeoutMs: { default: 30_000, min: 1, max: DAY_MS },
  /**
   * @unit ms
   * @against clients that say nothing, or read nothing, and keep their place (slow loris)
   * @provenBy ../pool/pool-limits.spec.ts: closes a client that is silent for too long
   */
  idleTimeoutMs: { default: 60_000, min: 1, max: DAY_MS },
  /**
   * @unit ms
   * @against clients that connect and never finish their TLS handshake
   * @provenBy ../../../../apps/e2e/integration/tls-failures.spec.ts: ends a handshake that has begun
   *   and does not go on at its deadline
   */
  handshakeTimeoutMs: { default: 10_000, min: 1, max: DAY_MS },
  /**
   * @unit handshakes a thread
   * @against a flood of handshakes that are begun and left, each with its TLS state
   * @provenBy ../worker/tls/tls-handshakes.spec.ts: lets a crowd wait for its turn, and cuts nobody off
   * @provenBy ../worker/tls/tls-handshakes.spec.ts: cuts off the oldest of too many unfinished ones
   */
  maxHandshakes: { default: 512, min: 1, max: 1_000_000 },
  /**
   * @unit ms
   * @against a stop that takes a request on its way for silence
   * @provenBy ../pool/pool-close.spec.ts: answers what was sent before the end of a long piece of work
   */
  drainQuietMs: { default: 200, min: 1, max: 60_000 },
  /**
   * @unit ms
   * @against clients that have been sent the end and keep their side open for ever
   * @provenBy ../pool/accept/acceptor.spec.ts: cuts off a refused client that does not leave
   */
  lingerMs: { default: 1000, min: 1, max: 60_000 },
  /**
   * @unit ms
   * @against new clients for a worker that is stuck
   * @provenBy ../pool/socket-pool.spec.ts: gives nobody to a worker that does not answer while another
   *   one does
   */
  heartbeatMs: { default: 1000, min: 10, max: 60_000 },
  /**
   * @unit ms
   * @against a worker in an endless loop, and clients that hang on it
   * @provenBy ../pool/pool-failures.spec.ts: ends and replaces a worker that is stuck in a loop, the others
   *   unaffected
   */
  stuckTimeoutMs: { default: 10_000, min: 100, max: DAY_MS },
  /**
   * @unit connections
   * @against connections that pile up in the kernel while the main thread is busy
   * @provenBy ../pool/accept/acceptor.spec.ts: leaves no more than the backlog to the kernel while it is busy
   *   (Linux only)
   */
  backlog: { default: 511, min: 1, max: 65_535 },
};

/**
 * The complete, frozen limits behind the given ones.
 * @throws CodedError `ERR_OPTION_VALUE`, naming the limit and its range
 */
export function completeLimits(given: Partial<Limits> = {}): Limits {
  const names = Object.keys(LIMITS) as (keyof Limits)[];
  const complete = names.map((name) => [name, completeLimit(name, given[name])]);
  return Object.freeze(Object.fromEntries(complete) as unknown as Limits);
}

/** @throws CodedError `ERR_OPTION_VALUE`, naming the limit and its range */
export function completeLimit(name: keyof Limits, given?: number): number {
  const { default: usual, min, max } = LIMITS[name];
  const value = given ?? usual;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new CodedError('ERR_OPTION_VALUE', `${name} is not in ${min}..${max}`, {
    details: { option: name, value, accepts: `${min} … ${max}` },
  });
}
