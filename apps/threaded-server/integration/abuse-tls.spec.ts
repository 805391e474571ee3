import { afterAll, describe } from '@jest/globals';
import { describeAbuse, startServer, TestCertificates } from '@praktikum/testing';

const certificates = await TestCertificates.create();
const ca = await certificates.authorities;
afterAll(() => certificates.remove());

describe('over TLS', () => {
  const args = [
    '--mode',
    'echo',
    '--workers',
    '3',
    '--handshake-timeout',
    '2m',
    ...certificates.serverArguments(),
  ];
  const WAYS = [
    ['TLSv1.2', 'dispatch'],
    ['TLSv1.3', 'dispatch'],
    ['TLSv1.3', 'reuseport'],
  ] as const;
  describe.each(WAYS)('%s, %s', (version, accept) => {
    describeAbuse({
      serves: 'all',
      tls: { ca, servername: 'localhost', minVersion: version, maxVersion: version },
      start: () => startServer('threaded-server', [...args, '--accept', accept]),
    });
  });
});
