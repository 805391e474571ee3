import { once } from 'node:events';
import type { LookupAddress } from 'node:dns';
import { connect, type LookupFunction, type Socket } from 'node:net';
import { CodedError, type Endpoint } from '@praktikum/protocol';
import { connectError } from './errors/connect-error.ts';
import { handshakeTimedOut, secureConnection } from './tls/secure-connection.ts';
import type { ClientTls } from './tls/tls-arguments.ts';

export interface OpenOptions {
  /** For the name and the handshakes together. */
  readonly timeoutMs: number;
  /** Gives up at once; what is thrown then is the signal's reason. */
  readonly signal?: AbortSignal;
  /** The host's addresses when they are known already; otherwise its name is looked up. */
  readonly addresses?: readonly LookupAddress[];
  /** With it the connection speaks TLS. */
  readonly tls?: ClientTls | undefined;
}

/**
 * Connects by TCP, to whichever address of the host answers first (RFC 8305), and then by TLS where
 * it is asked for. The server's end is not ours: with `allowHalfOpen` this side closes when it has
 * sent everything.
 * @throws CodedError `ECONNREFUSED`, `EHOSTUNREACH`, `ENOTFOUND`, `ETIMEDOUT`, `ERR_TLS_…`, …
 */
export async function openConnection(
  endpoint: Endpoint,
  { timeoutMs, signal, addresses, tls }: OpenOptions,
): Promise<Socket> {
  const lookup = addresses && knownAddresses(addresses);
  const socket = connect({ ...endpoint, lookup, allowHalfOpen: true, noDelay: true });
  const deadline = AbortSignal.timeout(timeoutMs);
  const over = AbortSignal.any(signal ? [deadline, signal] : [deadline]);
  let late = timedOut;
  try {
    await once(socket, 'connect', { signal: over });
    // Whoever reads or writes is told of an error; between two such calls nobody has to listen.
    socket.on('error', () => undefined);
    late = handshakeTimedOut;
    return tls === undefined ? socket : await secureConnection(socket, endpoint, tls, over);
  } catch (error) {
    socket.destroy();
    signal?.throwIfAborted();
    throw deadline.aborted ? late(endpoint, timeoutMs) : connectError(error, endpoint, timeoutMs);
  }
}

function knownAddresses(addresses: readonly LookupAddress[]): LookupFunction {
  return (_name, { all }, found) => {
    if (all) found(null, [...addresses]);
    else found(null, addresses[0]!.address, addresses[0]!.family);
  };
}

/**
 * The peer did not answer in time.
 * @param state whether the connection was open by then
 */
export function timedOut(
  { host, port }: Endpoint,
  ms: number,
  state: 'connecting' | 'connected' = 'connecting',
): CodedError {
  return new CodedError('ETIMEDOUT', `${host} port ${port}: silent for ${ms} ms`, {
    details: { host, port, ms, state },
  });
}
