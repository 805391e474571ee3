/** How a server is to be started for one measurement. */
export interface PeerStart {
  readonly port: number;
  /** Threads or processes, for peers that have them. */
  readonly workers: number;
  readonly mode: PeerMode;
  /** Whether it prints a line for every connection and every message. */
  readonly log: boolean;
  /** Files with a certificate and its key, when it is to speak TLS. */
  readonly tls?: TlsFiles;
}

/**
 * `reply`: the guide's conversation; `echo`: every byte as it came; `work`: scrypt, then `reply`;
 * `hash-100`: so many rounds of SHA-256, then `echo`; `irc`: Internet Relay Chat (RFC 2812).
 */
export type PeerMode = 'reply' | 'echo' | 'work' | `hash-${number}` | 'irc';

export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** What a case asks of a server. */
export interface Need {
  readonly mode: PeerMode;
  readonly tls: boolean;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** A server program of the bench. */
export interface Peer {
  readonly name: string;
  readonly what: string;
  /**
   * Finds its interpreter and builds what is to be built.
   * @param folder for what is built; it goes when the bench ends
   * @returns why it cannot run on this machine, or undefined when it can
   */
  prepare(folder: string): Promise<string | undefined>;
  /** Why it is left out of a case, or undefined when it can do it. Asked after `prepare`. */
  lacks(need: Need): string | undefined;
  command(start: PeerStart): Command;
  /** Whether it serves by now. Without it, one that accepts a connection does. */
  readonly serves?: (port: number) => Promise<boolean>;
}
