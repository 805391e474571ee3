import { describe, expect, it } from '@jest/globals';
import { handshakeFailure } from './handshake-failure.ts';

describe('handshakeFailure', () => {
  it.each([
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'protocol'],
    ['ERR_SSL_NO_SHARED_CIPHER', 'cipher'],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'unknown-ca'],
    ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'certificate-rejected'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'certificate-rejected'],
    ['ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE', 'no-client-certificate'],
    ['ERR_SSL_HTTP_REQUEST', 'plain-text'],
    ['ERR_TLS_HANDSHAKE_TIMEOUT', 'timeout'],
    ['ECONNRESET', 'left'],
    ['ERR_SSL_BAD_RECORD_TYPE', 'broken'],
    ['ERR_SSL_SOMETHING_NEW', 'broken'],
  ])('knows %s as %s', (code, reason) => {
    expect(handshakeFailure(Object.assign(new Error(), { code }))).toEqual({ reason, code });
  });
});
