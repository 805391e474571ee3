import { createServer } from 'node:net';
import { CodedError, codeOf, type Endpoint, type ErrorDetails } from '@praktikum/protocol';
import { findPortHolder, isImpossibleName, ownAddresses } from '@praktikum/service';

/**
 * How far above the wanted port a free one is looked for before the system chooses.
 * @unit ports
 * @against a search through every port there is
 * @provenBy ./listen-error.spec.ts: findFreePort gives up where no port can be had
 */
const NEAR_PORTS = 20;
const FIRST_UNPRIVILEGED_PORT = 1024;

/**
 * What the system says as well of an address that nobody can listen on here: a link-local one without
 * its zone, a multicast one of IPv6, one of a family that is switched off.
 */
const NOBODYS = ['EINVAL', 'EAFNOSUPPORT'];

/** What can be explained. */
const EXPLAINED = [
  'EADDRINUSE',
  'EACCES',
  'EADDRNOTAVAIL',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EMFILE',
  'ENFILE',
] as const;

/**
 * Turns what `listen()` failed with into an error that can be explained: who holds the port and how
 * to stop it on this system, which port is free, which addresses this machine has.
 * @param option that chooses the port; empty where none does
 */
export async function listenError(
  error: unknown,
  { host, port }: Endpoint,
  transport: 'tcp' | 'udp' = 'tcp',
  option = '--port',
): Promise<unknown> {
  const found = isImpossibleName(error) ? 'ENOTFOUND' : codeOf(error);
  const meant = NOBODYS.includes(found) ? 'EADDRNOTAVAIL' : found;
  const code = EXPLAINED.find((known) => known === meant);
  if (code === undefined) return error;
  // The pool says so itself of two listeners that reuseport would let share a port.
  const details = await detailsFor(code, { host, port }, transport, error instanceof CodedError);
  return new CodedError(code, `cannot listen on ${host} port ${port}: ${code}`, {
    cause: error,
    details: { host, port, option, ...details },
  });
}

async function detailsFor(
  code: (typeof EXPLAINED)[number],
  { host, port }: Endpoint,
  transport: 'tcp' | 'udp',
  isOwn: boolean,
): Promise<ErrorDetails> {
  switch (code) {
    case 'EADDRINUSE': {
      const free = await findFreePort(host, port + 1);
      const holder = await findPortHolder(port, transport, 'bound');
      // `--port 9000 --metrics 9000`: there is no other program to stop.
      if (isOwn || holder?.pid === process.pid) return { free, holder: '', find: '', stop: '' };
      const stop = stopCommand(holder?.pid ?? '<PID>');
      if (holder === undefined) return { free, holder: '', find: findCommand(port), stop };
      return { free, holder: `${holder.name} (PID ${holder.pid})`, find: '', stop };
    }
    case 'EACCES':
      return { free: await findFreePort(host, Math.max(port, FIRST_UNPRIVILEGED_PORT)) };
    case 'EADDRNOTAVAIL':
      return { own: ownAddresses().join(', ') };
    default:
      return {};
  }
}

function findCommand(port: number): string {
  return process.platform === 'win32' ? `netstat -ano | findstr :${port}` : `sudo lsof -i :${port}`;
}

function stopCommand(pid: number | string): string {
  return process.platform === 'win32' ? `taskkill /PID ${pid} /F` : `kill ${pid}`;
}

/** The first port from `from` up that can be listened on now; one of the system's choice after that. */
export async function findFreePort(host: string, from: number): Promise<number> {
  for (let port = from; port < from + NEAR_PORTS && port <= 65535; port++) {
    if ((await tryPort(host, port)) !== undefined) return port;
  }
  return (await tryPort(host, 0)) ?? 0;
}

function tryPort(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(bound));
    });
  });
}
