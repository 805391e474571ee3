import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import {
  checkServerIdentity,
  connect,
  getCACertificates,
  TLSSocket,
  type ConnectionOptions,
} from 'node:tls';
import { CodedError, codeOf, escapeControls, type Endpoint } from '@praktikum/protocol';
import { connectError } from '../errors/connect-error.ts';
import type { TlsTexts } from './texts.ts';
import type { ClientTls } from './tls-arguments.ts';

/** The CAs that Node comes with, and those that this machine's administrator trusts. */
const defaultAuthorities = () => [...getCACertificates('default'), ...getCACertificates('system')];

/**
 * Leads a connection through the TLS handshake and makes sure of who the server is.
 * @throws CodedError `ERR_TLS_…`; what `signal` is aborted with is thrown as an AbortError
 */
export async function secureConnection(
  socket: Socket,
  endpoint: Endpoint,
  tls: ClientTls,
  signal: AbortSignal,
): Promise<TLSSocket> {
  const secured = connect({ ...connectionOptions(endpoint.host, tls), socket });
  if (tls.logKeys !== undefined) secured.on('keylog', tls.logKeys);
  try {
    await once(secured, 'secureConnect', { signal });
  } catch (error) {
    secured.on('error', () => undefined).destroy();
    if (signal.aborted) throw error;
    throw handshakeError(error, endpoint);
  }
  secured.on('error', () => undefined); // as with a plain socket: whoever reads or writes is told
  return secured;
}

function connectionOptions(host: string, tls: ClientTls): ConnectionOptions {
  const { ca, servername = host.replace(/%.*$/, ''), identity, insecure } = tls;
  return {
    ca: ca ?? defaultAuthorities(),
    // A host name for the server to choose its certificate by; an address is none (RFC 6066).
    servername: isIP(servername) === 0 ? servername : '',
    checkServerIdentity: (_, certificate) => checkServerIdentity(servername, certificate),
    rejectUnauthorized: !insecure,
    minVersion: 'TLSv1.2',
    ...identity,
  };
}

/** A server that hangs up in the middle does not tell why; its log does. */
function handshakeError(error: unknown, endpoint: Endpoint): unknown {
  if (codeOf(error) !== 'ECONNRESET') return connectError(error, endpoint, 0);
  return new CodedError('ERR_TLS_HANDSHAKE', 'the server left during the handshake', {
    cause: error,
    details: { ...endpoint, reason: 'ECONNRESET' },
  });
}

/** The peer took the connection and did not answer the handshake in time. */
export function handshakeTimedOut({ host, port }: Endpoint, ms: number): CodedError {
  return new CodedError('ERR_TLS_SILENT', `${host} port ${port}: no TLS for ${ms} ms`, {
    details: { host, port, ms },
  });
}

/** What the handshake has settled, in one line; undefined for a plain connection. */
export function securityLine(socket: Socket, { secured }: TlsTexts): string | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const { standardName, name } = socket.getCipher();
  const { CN: server = '?' } = socket.getPeerCertificate().subject ?? {};
  return secured(socket.getProtocol() ?? '', standardName || name, escapeControls(String(server)));
}
