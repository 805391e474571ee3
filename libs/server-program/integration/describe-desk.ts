import { afterAll } from '@jest/globals';
import { startServer, type Program } from '@praktikum/peers';
import {
  describeAbuse,
  describeServerProgram,
  TestCertificates,
  type Dialogue,
} from '@praktikum/testing';

/** Puts a server through the suites by what is said there: as a program, in the clear and over TLS. */
export async function describeDesk(program: Program, dialogue: Dialogue): Promise<void> {
  const certificates = await TestCertificates.create();
  const ca = await certificates.authorities;
  afterAll(() => certificates.remove());

  describeServerProgram(program, { dialogue, reloads: true });
  describeAbuse({ dialogue, serves: 'all', start: () => startServer(program) });
  describeAbuse({
    dialogue,
    serves: 'all',
    tls: { ca, servername: 'localhost' },
    start: () =>
      startServer(program, ['--handshake-timeout', '2m', ...certificates.serverArguments()]),
  });
}
