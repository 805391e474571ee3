import { afterAll } from '@jest/globals';
import { join } from 'node:path';
import { startServer } from '@praktikum/peers';
import {
  describeAbuse,
  describeServerProgram,
  describeTlsAbuse,
  describeUnreadOutput,
  TestCertificates,
} from '@praktikum/testing';
import { PING_DIALOGUE as dialogue } from './dialogue.ts';

const program = {
  name: 'chat-server',
  path: join(import.meta.dirname, '..', 'fixtures', 'without-data.js'),
};

const certificates = await TestCertificates.create();
const ca = await certificates.authorities;
afterAll(() => certificates.remove());

describeServerProgram(program, { dialogue, reloads: true });
describeUnreadOutput(program, dialogue);
describeAbuse({ dialogue, serves: 'all', start: () => startServer(program) });
describeAbuse({
  dialogue,
  serves: 'all',
  tls: { ca, servername: 'localhost' },
  start: () =>
    startServer(program, ['--handshake-timeout', '2m', ...certificates.serverArguments()]),
});
describeTlsAbuse({ dialogue, program, args: ['--metrics', '0'], places: 4, reloads: true });
