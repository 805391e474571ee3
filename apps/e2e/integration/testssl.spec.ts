import { afterAll, afterEach, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { runCommand, startServer, type StartedServer } from '@praktikum/peers';
import { describeWith, TestCertificates } from '@praktikum/testing';

interface Finding {
  readonly id: string;
  readonly severity: string;
  readonly finding: string;
}

/** What a CA of one's own cannot have: lists of certificates that it has taken back. */
const OF_A_PRIVATE_CA = ['cert_revocation'];

/** Two minutes on a machine of its own, many on one that is busy: it starts thousands of processes. */
const DEADLINE_MS = 900_000;

const SERIOUS = ['MEDIUM', 'HIGH', 'CRITICAL'];

const certificates = await TestCertificates.create();
const YEAR_MS = 365 * 86_400_000;
const days = { notAfter: new Date(Date.now() + YEAR_MS), names: ['localhost'] };
await certificates.issue('year', { ...days, commonName: 'localhost' });
afterAll(() => certificates.remove());

describeWith('testssl', 'testssl.sh', () => {
  let server: StartedServer | undefined;
  afterEach(() => server?.stop('SIGKILL'));

  it(
    'finds nothing serious',
    async () => {
      server = await startServer('threaded-server', certificates.serverArguments('year'));
      const report = certificates.path('testssl.json');
      await runCommand(
        'testssl',
        [
          ...['--quiet', '--color', '0', '--warnings', 'batch', '--nodns', 'none'],
          ...['--ip', '127.0.0.1', '--add-ca', certificates.ca, '--jsonfile', report],
          ...['-p', '-S', '-P', '-U', `localhost:${server.endpoint.port}`],
        ],
        { timeoutMs: DEADLINE_MS, env: { LANG: 'C' } },
      );
      const findings = JSON.parse(await readFile(report, 'utf8')) as Finding[];
      const serious = findings.filter(({ severity }) => SERIOUS.includes(severity));
      expect(serious.filter(({ id }) => !OF_A_PRIVATE_CA.includes(id))).toEqual([]);
      const found = Object.fromEntries(findings.map(({ id, finding }) => [id, finding]));
      expect(found).toMatchObject({
        TLS1: 'not offered',
        TLS1_1: 'not offered',
        TLS1_2: 'offered',
        TLS1_3: expect.stringContaining('offered'),
        cert_chain_of_trust: expect.stringContaining('passed'),
      });
    },
    DEADLINE_MS + 10_000,
  );
});
