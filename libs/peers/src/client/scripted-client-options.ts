import type { ConnectionOptions } from 'node:tls';

/**
 * Longest wait of a client, for its connection or for what it is to receive, when `timeoutMs` says
 * nothing else.
 * @unit ms
 * @against a script that waits for ever for a server that says nothing
 * @provenBy ./scripted-client.spec.ts: waits no longer than its deadline, and shows what has come
 */
const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * Most that a client keeps of what it receives, when `maxReceivedBytes` says nothing else.
 * @unit bytes
 * @against a server that sends without end and fills the memory
 * @provenBy ./scripted-client.spec.ts: leaves a server that sends more than it keeps
 */
const MAX_RECEIVED_BYTES = 64 * 1024 * 1024;

export interface ScriptedClientOptions {
  /** With it the client speaks TLS; it is connected when the handshake has succeeded. */
  readonly tls?: ConnectionOptions | undefined;
  /** Longest wait for the connection, and for what is to be received. Default: 60 s. */
  readonly timeoutMs?: number;
  /** Most that is kept of what comes; a server that sends more is left. Default: 64 MiB. */
  readonly maxReceivedBytes?: number;
}

export type CompleteClientOptions = ScriptedClientOptions &
  Required<Pick<ScriptedClientOptions, 'timeoutMs' | 'maxReceivedBytes'>>;

/** The options with the default limits. */
export function completeOptions(options: ScriptedClientOptions): CompleteClientOptions {
  return {
    timeoutMs: DEFAULT_TIMEOUT_MS,
    maxReceivedBytes: MAX_RECEIVED_BYTES,
    ...options,
  };
}
