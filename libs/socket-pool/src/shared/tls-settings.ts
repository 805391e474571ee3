import { randomBytes } from 'node:crypto';

/** A certificate, with whatever stands between it and its CA behind it, and its private key: PEM. */
export interface TlsIdentity {
  readonly cert: string;
  readonly key: string;
  /** Of an encrypted key. */
  readonly passphrase?: string;
}

/**
 * Whether a client has to show a certificate. `optional`: one that shows none, or one that cannot be
 * verified, is served as a stranger.
 */
export type ClientCertificateMode = 'none' | 'optional' | 'required';

/** How a server speaks TLS. Plain data, so that it can be given to worker threads. */
export interface TlsSettings {
  /** The first one serves clients that name no host, or one that no certificate is for. */
  readonly identities: readonly [TlsIdentity, ...TlsIdentity[]];
  readonly clientCert: ClientCertificateMode;
  /** Who signs certificates of clients, PEM. Without it the CAs that Node knows. */
  readonly ca?: string;
  /** Protocols by their ALPN names, the preferred one first (RFC 7301). Default: none is negotiated. */
  readonly alpn?: readonly string[];
  /**
   * Where the secrets of all connections are appended in the NSS key log format, so that a capture
   * can be decrypted. Whoever reads that file reads everything.
   */
  readonly keyLog?: string;
}

/** The settings as every thread of a server gets them. */
export interface SharedTlsSettings extends TlsSettings {
  /**
   * With which session tickets are sealed. They are the same in all threads: a client that comes
   * back resumes its session whichever thread it lands on.
   */
  readonly ticketKeys: Uint8Array;
}

/** Node's measure: 16 bytes for a name, 16 for the HMAC, 16 for AES. */
const TICKET_KEY_BYTES = 48;

/** Keys that only the threads of this process know, and only as long as it runs. */
export function newTicketKeys(): Uint8Array {
  return randomBytes(TICKET_KEY_BYTES);
}

/**
 * The settings for every thread of one server.
 * @param settings how it speaks TLS
 * @param ticketKeys those of before, where clients of before are to resume their sessions
 */
export function shareTlsSettings(
  settings: TlsSettings,
  ticketKeys = newTicketKeys(),
): SharedTlsSettings {
  return { ...settings, ticketKeys };
}
