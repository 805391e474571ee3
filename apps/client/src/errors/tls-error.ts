import { CodedError, codeOf, type Endpoint } from '@praktikum/protocol';
import { certificateNames } from '../tls/certificate-names.ts';

/** What a client's handshake fails with in Node's and OpenSSL's words, and what it means. */
const MEANINGS = [
  [
    /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|INVALID_CA|INVALID_PURPOSE|CERT_UNTRUSTED|CERT_REJECTED)$/,
    'ERR_TLS_UNKNOWN_CA',
  ],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'ERR_TLS_WRONG_NAME'],
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, 'ERR_TLS_SERVER_EXPIRED'],
  [
    // A reply that is no TLS record, or our own greeting sent back by an echo.
    /^ERR_SSL_(WRONG_VERSION_NUMBER|UNEXPECTED_MESSAGE|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER_FAILURE|INVALID_(RECORD|ALERT).*|BAD_RECORD_TYPE|LENGTH_(MISMATCH|TOO_SHORT))$/,
    'ERR_TLS_PLAIN_SERVER',
  ],
  [
    /^ERR_SSL_(UNSUPPORTED_PROTOCOL|TLSV1_ALERT_PROTOCOL_VERSION|VERSION_TOO_LOW|WRONG_SSL_VERSION)$/,
    'ERR_TLS_PROTOCOL',
  ],
  [
    /^ERR_SSL_(TLSV13_ALERT_CERTIFICATE_REQUIRED|.*ALERT_(BAD|UNSUPPORTED|NO)_CERTIFICATE|.*ALERT_CERTIFICATE_(EXPIRED|REVOKED|UNKNOWN)|TLSV1_ALERT_UNKNOWN_CA|TLSV1_ALERT_ACCESS_DENIED)$/,
    'ERR_TLS_CLIENT_REJECTED',
  ],
  [
    /^ERR_SSL_(SSLV3_ALERT_HANDSHAKE_FAILURE|TLSV1_ALERT_INSUFFICIENT_SECURITY|NO_SHARED_CIPHER|NO_CIPHERS_AVAILABLE)$/,
    'ERR_TLS_CIPHER',
  ],
  [/^ERR_SSL_/, 'ERR_TLS_HANDSHAKE'],
] as const satisfies readonly (readonly [RegExp, string])[];

/**
 * Turns what TLS failed with on a client's side into an error that can be explained.
 * @returns undefined when the error is not about TLS
 */
export function tlsError(error: unknown, { host, port }: Endpoint): CodedError | undefined {
  const reason = codeOf(error);
  const meaning = MEANINGS.find(([pattern]) => pattern.test(reason))?.[1];
  if (meaning === undefined) return undefined;
  return new CodedError(meaning, `${host} port ${port}: ${reason}`, {
    cause: error,
    details: { host: nameAskedFor(error) ?? host, port, reason, names: namesIn(error) },
  });
}

/** The name that the certificate was to be for, where it was another one than the host's. */
function nameAskedFor(error: unknown): string | undefined {
  const { host } = error as { host?: unknown };
  return typeof host === 'string' && host !== '' ? host : undefined;
}

/** Of a certificate for other names, those names. */
function namesIn(error: unknown): string {
  const { cert } = error as { cert?: { subjectaltname?: string } };
  return certificateNames(cert?.subjectaltname);
}
