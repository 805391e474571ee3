import { afterAll, describe } from '@jest/globals';
import { startServer } from '@praktikum/peers';
import { describeAbuse, describeEachAccept, ECHO, TestCertificates } from '@praktikum/testing';

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
  const suite = (version: 'TLSv1.2' | 'TLSv1.3', accept: 'dispatch' | 'reuseport') =>
    describeAbuse({
      serves: 'all',
      dialogue: ECHO,
      tls: { ca, servername: 'localhost', minVersion: version, maxVersion: version },
      start: () => startServer('threaded-server', [...args, '--accept', accept]),
    });
  describe('TLSv1.2, dispatch', () => suite('TLSv1.2', 'dispatch'));
  describeEachAccept('TLSv1.3, %s', (accept) => suite('TLSv1.3', accept));
});
