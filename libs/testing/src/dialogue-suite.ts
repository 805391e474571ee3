import { afterAll } from '@jest/globals';
import { startServer, type Program } from '@praktikum/peers';
import { describeAbuse } from './abuse-suite.ts';
import type { Dialogue } from './dialogue.ts';
import { describeServerProgram } from './server-program-suite.ts';
import { TestCertificates } from './test-certificates.ts';

/** Puts a server through the suites by what is said there: as a program, in the clear and over TLS. */
export async function describeDialogue(program: Program, dialogue: Dialogue): Promise<void> {
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
