import type { Endpoint } from '@praktikum/protocol';
import type { Limits } from './limits.ts';
import type { SharedTlsSettings } from './tls-settings.ts';

/** Who accepts: the main thread, or each worker by itself. */
export const ACCEPT_MODES = ['dispatch', 'reuseport'] as const;
/** One of {@link ACCEPT_MODES}. */
export type AcceptMode = (typeof ACCEPT_MODES)[number];

/** One of the ports of a pool, complete: its place in the list is its number between the threads. */
export interface ListenerSettings {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly idleTimeoutMs: number;
  /** Without it connections are plain. */
  readonly tls?: SharedTlsSettings;
}

/** What all threads of a pool work by: validated once, in the main thread, and cloned to each worker. */
export interface PoolSettings {
  readonly accept: AcceptMode;
  readonly limits: Limits;
  readonly listeners: readonly ListenerSettings[];
  /** Whether sockets move by their handles, and lend what they read (see socket-handle.ts). */
  readonly socketHandles: boolean;
}
