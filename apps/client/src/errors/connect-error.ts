import { CodedError, codeOf, type Endpoint } from '@praktikum/protocol';
import { isImpossibleName } from '@praktikum/service';
import { tlsError } from './tls-error.ts';

/** What a connection may end by; each is explained with host and port. */
const EXPLAINED = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_NODATA',
  'ETIMEDOUT',
  'EMFILE',
  'ENFILE',
  'ERR_NO_LOCAL_PORT',
] as const;

/**
 * What the system says of an address that it has no way to: no address of that family here
 * (`EADDRNOTAVAIL`, `EAFNOSUPPORT`), a link-local one without a zone (`EINVAL`), a broadcast one or
 * one that a rule forbids (`EACCES`, `EPERM`). To a user who connects they mean the same.
 */
const NO_WAY = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL', 'EACCES', 'EPERM']);

/** The same word says that no local port is free, and then of an address that everybody has a way to. */
const LOOPBACK = /^(127\.|::1$)/;

/** The most telling first: a refusal shows that the machine is there, whatever its other address did. */
const TELLING = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'];

/**
 * Turns what a socket failed with into an error that can be explained. `localhost` has two addresses
 * on most systems, and Node tries both: of the AggregateError the most telling code counts.
 * @param ms how long was waited, for `ETIMEDOUT`
 */
export function connectError(error: unknown, { host, port }: Endpoint, ms: number): unknown {
  if (error instanceof CodedError) return error;
  const found = isImpossibleName(error) ? 'ENOTFOUND' : tellingCode(error);
  const noPort = found === 'EADDRNOTAVAIL' && LOOPBACK.test(host);
  const code = noPort ? 'ERR_NO_LOCAL_PORT' : NO_WAY.has(found) ? 'EHOSTUNREACH' : found;
  const explained = EXPLAINED.find((known) => known === code);
  if (explained === undefined) return tlsError(error, { host, port }) ?? error;
  return new CodedError(explained, `${host} port ${port}: ${found}`, {
    cause: error,
    details: { host, port, ms },
  });
}

function tellingCode(error: unknown): string {
  const codes = error instanceof AggregateError ? error.errors.map(codeOf) : [codeOf(error)];
  return TELLING.find((code) => codes.includes(code)) ?? codes[0] ?? 'ERR_UNEXPECTED';
}
