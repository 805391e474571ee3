import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import type { Endpoint } from '@praktikum/protocol';
import { connectError } from './errors/connect-error.ts';
import { timedOut } from './open-connection.ts';

/**
 * Every address of a host, the IPv4 ones first: the guide's servers listen on IPv4 only.
 * @throws CodedError `ENOTFOUND`, `ETIMEDOUT`
 */
export async function lookUpAddresses(
  endpoint: Endpoint,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<LookupAddress[]> {
  signal.throwIfAborted();
  const given = Promise.withResolvers<never>();
  const timer = setTimeout(() => given.reject(timedOut(endpoint, timeoutMs)), timeoutMs);
  const interrupted = () => given.reject(signal.reason);
  signal.addEventListener('abort', interrupted);
  try {
    const found = lookup(endpoint.host, { all: true, order: 'ipv4first' });
    return await Promise.race([found, given.promise]);
  } catch (error) {
    throw connectError(error, endpoint, timeoutMs);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', interrupted);
  }
}
