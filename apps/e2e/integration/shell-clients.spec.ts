import { afterEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { runCommand, startServer, type StartedServer } from '@praktikum/peers';
import { OUR_SERVERS } from './our-servers.ts';

let server: StartedServer;
afterEach(() => server.stop('SIGKILL'));

const TEXT = 'Halo dari terminal: é\n';

/** A suite for one of the programs every Linux terminal has; skipped by name where it is missing. */
function describeShell(
  tool: string,
  name: string,
  command: (host: string, port: number) => string,
) {
  const found = spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
  const missing = found ? '' : ` (${tool} is not installed)`;
  (found ? describe : describe.skip)(`${name}${missing}`, () => {
    it.each(OUR_SERVERS)('is answered by $app', async ({ app, prefix }) => {
      server = await startServer(app);
      const { host, port } = server.endpoint;
      const { stdout, code } = await runCommand('bash', ['-c', command(host, port)], {
        input: TEXT,
      });
      expect(stdout.toString()).toBe(prefix + TEXT);
      expect(code).toBe(0);
    });
  });
}

describeShell('nc', 'nc', (host, port) => `nc -N ${host} ${port}`);
describeShell(
  'bash',
  'bash with /dev/tcp',
  // Bash has no half-close: it reads as much as it expects.
  (host, port) => `exec 3<>/dev/tcp/${host}/${port}; cat >&3; IFS= read -r line <&3; echo "$line"`,
);
