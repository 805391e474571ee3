import { describe, expect, it } from '@jest/globals';
import { tlsError } from './tls-error.ts';

const endpoint = { host: '10.0.0.1', port: 12345 };

describe('tlsError', () => {
  it.each([
    ['SELF_SIGNED_CERT_IN_CHAIN', 'ERR_TLS_UNKNOWN_CA'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_UNKNOWN_CA'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_UNKNOWN_CA'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_TLS_WRONG_NAME'],
    ['CERT_HAS_EXPIRED', 'ERR_TLS_SERVER_EXPIRED'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_TLS_PLAIN_SERVER'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'ERR_TLS_PROTOCOL'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'ERR_TLS_CLIENT_REJECTED'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'ERR_TLS_CIPHER'],
    ['ERR_SSL_SOMETHING_NEW', 'ERR_TLS_HANDSHAKE'],
  ])('knows %s as %s', (code, meaning) => {
    const error = Object.assign(new Error('C0A6BF6E797F0000:error:…'), { code });
    expect(tlsError(error, endpoint)).toMatchObject({
      code: meaning,
      cause: error,
      details: { ...endpoint, reason: code },
    });
  });

  it('says for which names a wrong certificate is', () => {
    const cert = {
      subjectaltname: 'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
    };
    const error = Object.assign(new Error(), { code: 'ERR_TLS_CERT_ALTNAME_INVALID', cert });
    expect(tlsError(error, endpoint)?.details.names).toBe('localhost, 127.0.0.1, ::1');
  });

  it('leaves other errors alone', () => {
    expect(tlsError(Object.assign(new Error(), { code: 'EISDIR' }), endpoint)).toBeUndefined();
  });
});
