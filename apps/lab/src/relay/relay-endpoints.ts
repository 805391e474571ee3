import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { CodedError, codeOf, type Endpoint, type ErrorDetails } from '@praktikum/protocol';
import { findPortHolder, isImpossibleName, NAME_ERRORS, ownAddresses } from '@praktikum/service';

/** What the system says of an address that nobody can listen on here. */
const NOBODYS = ['EINVAL', 'EAFNOSUPPORT'];

/**
 * The address of a host, one of IPv4 first: the servers of the guide listen on IPv4 only.
 * @throws CodedError `ENOTFOUND`, `EAI_AGAIN` …
 */
export async function addressOf({ host, port }: Endpoint): Promise<Endpoint> {
  if (isIP(host)) return { host, port };
  try {
    const { address } = await lookup(host, { order: 'ipv4first' });
    return { host: address, port };
  } catch (error) {
    throw nameError(error, host);
  }
}

function nameError(error: unknown, host: string): unknown {
  const code = isImpossibleName(error) ? 'ENOTFOUND' : codeOf(error);
  if (!(code in NAME_ERRORS.errors)) return error;
  return new CodedError(code, `${host}: ${code}`, { cause: error, details: { host } });
}

/**
 * What is passed on to the relay itself would go round for ever.
 * @param server its address
 * @throws CodedError `ERR_RELAY_LOOP`
 */
export function requireNoLoop(listen: Endpoint, server: Endpoint): void {
  const own = ['0.0.0.0', '::', '::1', ...ownAddresses()];
  const isHere = server.host.startsWith('127.') || own.includes(server.host);
  if (!isHere || server.port !== listen.port) return;
  throw new CodedError('ERR_RELAY_LOOP', `the relay would pass to itself: ${server.port}`, {
    details: { port: server.port },
  });
}

/** Turns what `bind()` failed with into an error that can be explained. */
export async function listenError(error: unknown, { host, port }: Endpoint): Promise<unknown> {
  const named = nameError(error, host);
  if (named !== error) return named;
  const code = NOBODYS.includes(codeOf(error)) ? 'EADDRNOTAVAIL' : codeOf(error);
  const details = await detailsFor(code, port);
  if (details === undefined) return error;
  return new CodedError(code, `cannot listen on ${host} port ${port}: ${code}`, {
    cause: error,
    details: { host, port, ...details },
  });
}

async function detailsFor(code: string, port: number): Promise<ErrorDetails | undefined> {
  if (code === 'EADDRNOTAVAIL') return { own: ownAddresses().join(', ') };
  if (code === 'EACCES') return {};
  if (code !== 'EADDRINUSE') return undefined;
  const holder = await findPortHolder(port, 'udp', 'bound');
  return { holder: holder === undefined ? '' : `${holder.name} (PID ${holder.pid})` };
}
