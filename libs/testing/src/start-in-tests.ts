import { afterEach } from '@jest/globals';
import { startServer, type Program, type StartedServer } from '@praktikum/peers';

/** Starts servers for the tests of a `describe`, and ends them after each test, whatever became of it. */
export function startInTests(program: Program): (...args: string[]) => Promise<StartedServer> {
  const servers: StartedServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop('SIGKILL')));
  });
  return async (...args) => {
    const server = await startServer(program, args);
    servers.push(server);
    return server;
  };
}
