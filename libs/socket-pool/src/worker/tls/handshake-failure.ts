import { codeOf } from '@praktikum/protocol';

/** Why a client's handshake led to nothing. */
export const HANDSHAKE_FAILURES = [
  'plain-text',
  'protocol',
  'cipher',
  'unknown-ca',
  'certificate-rejected',
  'no-client-certificate',
  'client-certificate',
  'timeout',
  'overload',
  'left',
  'closing',
  'broken',
] as const;

/** One of {@link HANDSHAKE_FAILURES}. */
export type HandshakeFailureReason = (typeof HANDSHAKE_FAILURES)[number];

/** Why one handshake failed. */
export interface HandshakeFailure {
  readonly reason: HandshakeFailureReason;
  /** What it is called on the level below: `ERR_SSL_NO_SHARED_CIPHER`, `CERT_HAS_EXPIRED`, `ECONNRESET`. */
  readonly code: string;
}

/**
 * What OpenSSL calls it, without `ERR_SSL_`. A name with ALERT is what the peer says of us:
 * TLSV1_ALERT_UNKNOWN_CA comes from a client that does not know our CA.
 */
const REASONS: readonly (readonly [RegExp, HandshakeFailureReason])[] = [
  [
    /^(UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|WRONG_SSL_VERSION|TLSV1_ALERT_PROTOCOL_VERSION)$/,
    'protocol',
  ],
  [
    /^(NO_SHARED_CIPHER|NO_SHARED_GROUPS?|NO_SUITABLE_KEY_SHARE|NO_SUITABLE_SIGNATURE_ALGORITHM|NO_SUITABLE_GROUPS|SSLV3_ALERT_HANDSHAKE_FAILURE)$/,
    'cipher',
  ],
  [/^TLSV1_ALERT_UNKNOWN_CA$/, 'unknown-ca'],
  [
    /ALERT_(BAD|UNSUPPORTED)_CERTIFICATE$|ALERT_CERTIFICATE_(EXPIRED|REVOKED|UNKNOWN)$/,
    'certificate-rejected',
  ],
  [/^PEER_DID_NOT_RETURN_A_CERTIFICATE$/, 'no-client-certificate'],
  [/^(HTTP_REQUEST|HTTPS_PROXY_REQUEST)$/, 'plain-text'],
];

/** Puts what a handshake failed with under one of our reasons; `broken` is not the language of TLS. */
export function handshakeFailure(error: unknown): HandshakeFailure {
  const code = codeOf(error);
  if (code === 'ERR_TLS_HANDSHAKE_TIMEOUT') return { reason: 'timeout', code };
  if (code === 'ECONNRESET' || code === 'EPIPE') return { reason: 'left', code };
  const name = code.replace(/^ERR_SSL_/, '');
  const [, reason = 'broken'] = REASONS.find(([pattern]) => pattern.test(name)) ?? [];
  return { reason, code };
}
