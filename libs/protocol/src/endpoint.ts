import { CodedError } from './coded-error.ts';

/** One end of a TCP or UDP conversation. */
export interface Endpoint {
  /** An IPv4 or IPv6 address, or a name to be resolved. IPv6 carries no brackets here. */
  readonly host: string;
  /** 0 to 65535; 0 asks the system for a free port. */
  readonly port: number;
}

/** Host and port in one string, IPv6 in brackets as in RFC 3986 section 3.2.2: `[::1]:12345`. */
export function formatEndpoint({ host, port }: Endpoint): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * Reads `host`, `host:port`, `:port`, `::1`, `[::1]` and `[::1]:port`.
 * @param defaults what stands in for the missing part
 * @throws CodedError `ERR_ENDPOINT` or `ERR_PORT`, with the text in its details
 */
export function parseEndpoint(text: string, defaults: Endpoint): Endpoint {
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(text);
  if (bracketed) {
    const [, host = '', port] = bracketed;
    if (!isIPv6(host)) throw invalidEndpoint(text);
    return { host, port: port === undefined ? defaults.port : parsePort(port) };
  }
  if (isIPv6(text)) return { host: text, port: defaults.port };
  const [host = '', port, ...rest] = text.split(':');
  if (rest.length > 0 || !isHost(host || defaults.host)) throw invalidEndpoint(text);
  return {
    host: host || defaults.host,
    port: port === undefined ? defaults.port : parsePort(port),
  };
}

/**
 * A decimal port number.
 * @param least 1 where the port names a peer, 0 where the system may choose one
 * @throws CodedError `ERR_PORT`
 */
export function parsePort(text: string, least: 0 | 1 = 0): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port >= least && port <= 65535) return port;
  throw new CodedError('ERR_PORT', `not a port from ${least} to 65535: ${text}`, {
    details: { value: text, least },
  });
}

/** A host name, an IPv4 or an IPv6 address, without brackets, spaces or a port. */
export function isHost(text: string): boolean {
  return /^(?!-)[\p{L}\p{N}._-]{1,253}$/u.test(text) || isIPv6(text);
}

/** An IPv6 address (RFC 4291 section 2.2), a zone after `%` allowed (RFC 4007): `fe80::1%eth0`. */
export function isIPv6(text: string): boolean {
  const [address = '', zone] = text.split('%');
  // The URL parser knows every form of the address; it knows no zones.
  return zone !== '' && /^[0-9a-f:.]+$/i.test(address) && URL.canParse(`tcp://[${address}]`);
}

function invalidEndpoint(text: string): CodedError {
  return new CodedError('ERR_ENDPOINT', `not a host or host:port: ${text}`, {
    details: { value: text },
  });
}
