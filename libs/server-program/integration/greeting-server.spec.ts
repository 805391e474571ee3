import { afterAll, describe } from '@jest/globals';
import { startServer } from '@praktikum/peers';
import { describeAbuse, describeServerProgram, TestCertificates } from '@praktikum/testing';
import { GREETING, GREETING_SERVER } from './desks.ts';

const [program, dialogue] = [GREETING_SERVER, GREETING];
const certificates = await TestCertificates.create();
const ca = await certificates.authorities;
afterAll(() => certificates.remove());

describe('a server that speaks first', () => {
  describeServerProgram(program, { dialogue, reloads: true });
  describeAbuse({ dialogue, serves: 'all', start: () => startServer(program) });
  describeAbuse({
    dialogue,
    serves: 'all',
    tls: { ca, servername: 'localhost' },
    start: () =>
      startServer(program, ['--handshake-timeout', '2m', ...certificates.serverArguments()]),
  });
});
