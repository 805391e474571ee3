import { afterAll, afterEach } from '@jest/globals';
import { startServer, type StartedServer } from '@praktikum/peers';
import { TestCertificates } from '@praktikum/testing';

/** Servers with TLS for one test file: each ends with its test, the certificates with the file. */
export async function secureServers() {
  const certificates = await TestCertificates.create();
  const running: StartedServer[] = [];
  afterEach(() => Promise.all(running.splice(0).map((server) => server.stop('SIGKILL'))));
  afterAll(() => certificates.remove());
  const start = async (app: string, args: readonly string[] = []): Promise<StartedServer> => {
    const server = await startServer(app, args);
    running.push(server);
    return server;
  };
  return {
    certificates,
    start,
    /** Starts one with the certificate for `localhost`. */
    startSecure: (app: string, ...args: string[]) =>
      start(app, [...certificates.serverArguments(), ...args]),
  };
}
