import { availableParallelism } from 'node:os';
import { CodedError, type Endpoint } from '@praktikum/protocol';
import { completeLimit, completeLimits, type Limits } from '../shared/limits.ts';
import type { Owner } from '../shared/owner.ts';
import { ACCEPT_MODES, type AcceptMode, type PoolSettings } from '../shared/pool-settings.ts';
import { shareTlsSettings, type TlsSettings } from '../shared/tls-settings.ts';

/**
 * Most threads a pool may be given: beyond the cores they only cost memory.
 * @unit threads
 * @against threads without number: each takes some megabytes and a place in the scheduler
 * @provenBy ./pool-failures.spec.ts: refuses %d workers
 */
export const MAX_WORKERS = 64;

/**
 * Most ports a pool may listen on.
 * @unit listeners
 * @against listeners without number: with `reuseport` every worker has a socket for each
 * @provenBy ./listeners.spec.ts: refuses %s
 */
export const MAX_LISTENERS = 16;

/** The name of a listener that was given none. */
export const DEFAULT_LISTENER = 'main';

/** One of the ports of a pool. */
export interface ListenerOptions {
  /** By which handlers and events know it; unique in its pool. Default: `main`. */
  readonly name?: string;
  /** Where to listen; port 0 lets the system choose. */
  readonly endpoint: Endpoint;
  /** With it its connections speak TLS; the handshakes run in the workers. Default: plain. */
  readonly tls?: TlsSettings;
  /** How long its clients may neither send nor take anything. Default: that of the limits. */
  readonly idleTimeoutMs?: number;
}

/** What a pool is made of. */
export interface SocketPoolOptions {
  /** The module every worker runs; it calls `serveConnections`. */
  readonly worker: URL;
  /** Where to listen, 1 to 16 ports. The limits hold for the clients of all of them together. */
  readonly listeners: readonly ListenerOptions[];
  /** Threads, 1 to 64. Default: the cores that this process may use. */
  readonly workers?: number;
  /** Where they differ from the defaults of `LIMITS`. */
  readonly limits?: Partial<Limits>;
  /**
   * `dispatch` (default): the main thread accepts and moves each socket to the worker with the fewest.
   * `reuseport`: each worker accepts by itself (SO_REUSEPORT, socket(7)). That costs less where
   * connections are short, and leaves the choice to the kernel's hash. It needs Linux and Node.js 26.10,
   * or 24.22 on line 24.
   */
  readonly accept?: AcceptMode;
  /**
   * Descriptors (files, sockets) that the rest of the program may need while the pool is full. Default: 0;
   * some are kept free in any case.
   */
  readonly otherDescriptors?: number;
  /**
   * Whether sockets move by their handles, which Node.js does not document but which saves a fifth of the
   * CPU for each message and connection. Default: true. Where Node.js has no such handles, or with
   * false, the documented way is taken.
   */
  readonly socketHandles?: boolean;
  /** Given to every worker by structured clone. */
  readonly data?: unknown;
  /**
   * What owns the state that connections share: one object in this thread, to which every worker has a
   * line. Default: none.
   */
  readonly owner?: Owner<never, never>;
}

/** What a reload may change; what is missing stays as it was. */
export interface PoolChanges {
  /** Another worker module. */
  readonly worker?: URL;
  readonly data?: unknown;
  /** New certificates by the name of their listener, which must speak TLS already. */
  readonly tls?: Readonly<Record<string, TlsSettings>>;
}

/**
 * The complete settings behind the options.
 * @throws CodedError `ERR_OPTION_VALUE`, naming the option and what it accepts
 */
export function completePoolSettings(
  { accept = 'dispatch', socketHandles = true, limits: given, listeners }: SocketPoolOptions,
  ticketKeys: Uint8Array,
): PoolSettings {
  if (!ACCEPT_MODES.includes(accept)) throw refusal('accept', accept, ACCEPT_MODES.join(', '));
  if (listeners.length < 1 || listeners.length > MAX_LISTENERS) {
    throw refusal('listeners', listeners.length, `1 … ${MAX_LISTENERS}`);
  }
  const limits = completeLimits(given);
  const names = new Set<string>();
  const complete = listeners.map(({ name = DEFAULT_LISTENER, endpoint, tls, idleTimeoutMs }) => {
    if (name === '' || names.has(name))
      throw refusal('listeners', `"${name}"`, 'names that differ');
    names.add(name);
    // Node takes an empty host for every address there is.
    if (endpoint.host === '') throw refusal('endpoint', '""', 'a host');
    return {
      name,
      endpoint,
      idleTimeoutMs: completeLimit('idleTimeoutMs', idleTimeoutMs ?? limits.idleTimeoutMs),
      ...(tls && { tls: shareTlsSettings(tls, ticketKeys) }),
    };
  });
  return { accept, limits, listeners: complete, socketHandles };
}

/**
 * Settings with new certificates.
 * @throws CodedError `ERR_OPTION_VALUE` for a listener that is not there, or is plain
 */
export function withCertificates(
  settings: PoolSettings,
  tls: Readonly<Record<string, TlsSettings>>,
): PoolSettings {
  const secure = settings.listeners.filter((listener) => listener.tls !== undefined);
  for (const name of Object.keys(tls)) {
    if (secure.some((listener) => listener.name === name)) continue;
    throw refusal('tls', name, secure.map((listener) => listener.name).join(', '));
  }
  const listeners = settings.listeners.map((listener) => {
    const changed = tls[listener.name];
    if (changed === undefined || listener.tls === undefined) return listener;
    return { ...listener, tls: shareTlsSettings(changed, listener.tls.ticketKeys) };
  });
  return { ...settings, listeners };
}

/** @throws CodedError `ERR_OPTION_VALUE` */
export function completeWorkers(workers = availableParallelism()): number {
  if (Number.isInteger(workers) && workers >= 1 && workers <= MAX_WORKERS) return workers;
  throw refusal('workers', workers, `1 … ${MAX_WORKERS}`);
}

function refusal(option: string, value: string | number, accepts: string): CodedError {
  return new CodedError('ERR_OPTION_VALUE', `${option} is ${value}, not one of: ${accepts}`, {
    details: { option, value, accepts },
  });
}
