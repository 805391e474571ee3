import { CodedError, type Endpoint } from '@praktikum/protocol';
import { openConnection, type OpenOptions } from '../open-connection.ts';

/**
 * How long is looked for a TCP server where UDP was in vain.
 * @unit ms
 * @against an error message that waits for a firewall
 * @provenBy ../../integration/datagrams.spec.ts: says that a server has no UDP
 */
const LOOK_FOR_TCP_MS = 1000;

/**
 * Nobody has answered by UDP. A server that is there, and speaks TCP alone, is what students meet most.
 * @returns CodedError `ERR_NO_UDP`, which says whether TCP is served there
 */
export async function noUdpError(
  endpoint: Endpoint,
  options: Pick<OpenOptions, 'addresses' | 'signal'>,
  cause: unknown,
): Promise<CodedError> {
  const { host, port } = endpoint;
  const tcp = await servesTcp(endpoint, { ...options, timeoutMs: LOOK_FOR_TCP_MS });
  return new CodedError('ERR_NO_UDP', `${host} port ${port} has no UDP`, {
    cause,
    details: { host, port, tcp: tcp ? 'yes' : '' },
  });
}

async function servesTcp(endpoint: Endpoint, options: OpenOptions): Promise<boolean> {
  try {
    (await openConnection(endpoint, options)).destroy();
    return true;
  } catch {
    return false;
  }
}
