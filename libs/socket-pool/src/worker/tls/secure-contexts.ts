import { constants, createHash, X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls';
import type { TlsIdentity, TlsSettings } from '../../shared/tls-settings.ts';

/** What OpenSSL takes of it: SSL_MAX_SID_CTX_LENGTH. */
const SESSION_CONTEXT_BYTES = 32;

/**
 * Only key exchange that is secret for good (ECDHE) and ciphers that authenticate what they encrypt
 * (AEAD), as RFC 9325 section 4.2 has it. The first three are those of TLS 1.3.
 */
const CIPHERS = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');

/** The certificates of a listener, chosen by the host that a client names (SNI, RFC 6066). */
export class SecureContexts {
  /** What the first one is served with; Node's own server takes the same options. */
  readonly options: SecureContextOptions;
  readonly #contexts: readonly { certificate: X509Certificate; context: SecureContext }[];

  /** @param listener its name */
  constructor(listener: string, settings: TlsSettings) {
    const session = sessionContext(listener, settings);
    const optionsOf = (identity: TlsIdentity) => contextOptions(identity, settings.ca, session);
    this.options = optionsOf(settings.identities[0]);
    this.#contexts = settings.identities.map((identity) => ({
      certificate: new X509Certificate(identity.cert),
      context: createSecureContext(optionsOf(identity)),
    }));
  }

  /** The first certificate that holds for this host; the first of all when none does. */
  for(servername: string): SecureContext {
    const found = this.#contexts.find(
      ({ certificate }) => certificate.checkHost(servername, { subject: 'never' }) !== undefined,
    );
    return (found ?? this.#contexts[0]!).context;
  }
}

/**
 * A session resumes only where it began, and only while the same is asked of clients: OpenSSL takes the
 * certificate of a client that resumes for verified, whoever has verified it, or nobody.
 */
function sessionContext(listener: string, { clientCert, ca = '' }: TlsSettings): string {
  const begun = createHash('sha256').update(JSON.stringify([listener, clientCert, ca]));
  return begun.digest('hex').slice(0, SESSION_CONTEXT_BYTES);
}

function contextOptions(
  { cert, key, passphrase }: TlsIdentity,
  ca: string | undefined,
  sessionIdContext: string,
): SecureContextOptions {
  return {
    cert,
    key,
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(ca === undefined ? {} : { ca }),
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.3',
    ciphers: CIPHERS,
    honorCipherOrder: true,
    // A client that renegotiates makes the server work for nothing; TLS 1.3 has no such thing.
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
    sessionIdContext,
  };
}
