import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { CodedError, codeOf, type Endpoint, type ErrorDetails } from '@praktikum/protocol';
import { findPortHolder, isImpossibleName, ownAddresses } from '@praktikum/service';

/** How a look-up may fail. */
const NAME_CODES = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA'] as const;

/** How `bind()` may. */
const LISTEN_CODES = ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'] as const;

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
  const found = isImpossibleName(error) ? 'ENOTFOUND' : codeOf(error);
  const code = NAME_CODES.find((known) => known === found);
  if (code === undefined) return error;
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
  const found = NOBODYS.includes(codeOf(error)) ? 'EADDRNOTAVAIL' : codeOf(error);
  const code = LISTEN_CODES.find((known) => known === found);
  if (code === undefined) return error;
  return new CodedError(code, `cannot listen on ${host} port ${port}: ${code}`, {
    cause: error,
    details: { host, port, ...(await detailsFor(code, port)) },
  });
}

async function detailsFor(
  code: (typeof LISTEN_CODES)[number],
  port: number,
): Promise<ErrorDetails> {
  if (code === 'EADDRNOTAVAIL') return { own: ownAddresses().join(', ') };
  if (code === 'EACCES') return {};
  const holder = await findPortHolder(port, 'udp', 'bound');
  return { holder: holder === undefined ? '' : `${holder.name} (PID ${holder.pid})` };
}
