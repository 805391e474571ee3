import { readFileSync } from 'node:fs';

/** What every peer program is given: `PORT WORKERS MODE LOG [CERT KEY]`. */
export interface PeerArguments {
  readonly port: number;
  readonly workers: number;
  /**
   * `work` is `reply` with some milliseconds of scrypt before every answer, `hash-100` is `echo` with
   * so many rounds of SHA-256.
   */
  readonly mode: 'reply' | 'echo' | 'work' | `hash-${number}`;
  /** Whether to print a line for every connection and every message. */
  readonly log: boolean;
  /** PEM, when it is to speak TLS. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
}

export function readArguments(words: readonly string[] = process.argv.slice(2)): PeerArguments {
  const [port, workers, mode, log, cert, key] = words;
  return {
    port: Number(port),
    workers: Number(workers),
    mode: mode as PeerArguments['mode'],
    log: log === 'on',
    ...(cert && key ? { tls: { cert: readFileSync(cert), key: readFileSync(key) } } : {}),
  };
}
