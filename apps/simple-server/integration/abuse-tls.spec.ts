import { afterAll, describe } from '@jest/globals';
import { startServer } from '@praktikum/peers';
import { describeAbuse, ECHO, TestCertificates } from '@praktikum/testing';

const certificates = await TestCertificates.create();
const ca = await certificates.authorities;
afterAll(() => certificates.remove());

describe('over TLS', () => {
  const args = [
    '--max-queue',
    '1000',
    '--handshake-timeout',
    '2m',
    ...certificates.serverArguments(),
  ];
  describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s', (version) => {
    describeAbuse({
      dialogue: ECHO,
      serves: 'one',
      tls: { ca, servername: 'localhost', minVersion: version, maxVersion: version },
      start: () => startServer('simple-server', args),
    });
  });
});
