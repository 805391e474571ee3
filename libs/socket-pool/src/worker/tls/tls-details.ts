import type { TLSSocket } from 'node:tls';

/** What the handshake of a connection has settled. */
export interface TlsDetails {
  /** `TLSv1.2` or `TLSv1.3`. */
  readonly protocol: string;
  /** By its standard name: `TLS_AES_128_GCM_SHA256`. */
  readonly cipher: string;
  /** The host that the client asked for; one that uses an address names none. */
  readonly servername?: string;
  /** The protocol that both sides chose. */
  readonly alpn?: string;
  /** Whether the session of an earlier connection goes on. */
  readonly resumed: boolean;
  /** Whether the client has shown a certificate that one of our CAs vouches for. */
  readonly authorized: boolean;
  /** Common name of that certificate: who the client is. Only when `authorized`. */
  readonly clientName?: string;
}

export function tlsDetails(socket: TLSSocket): TlsDetails {
  const { authorized, alpnProtocol } = socket;
  const { standardName, name } = socket.getCipher();
  const servername = nameIn(socket.servername);
  const alpn = nameIn(alpnProtocol);
  const clientName = authorized ? commonName(socket) : undefined;
  return {
    protocol: socket.getProtocol() ?? '',
    cipher: standardName || name,
    ...(servername === undefined ? {} : { servername }),
    ...(alpn === undefined ? {} : { alpn }),
    resumed: socket.isSessionReused(),
    authorized,
    ...(clientName === undefined ? {} : { clientName }),
  };
}

/** Node says false, null or an empty text for no name. */
function nameIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A subject may have several common names; the last one is the most specific. */
function commonName(socket: TLSSocket): string | undefined {
  const name: unknown = socket.getPeerCertificate().subject?.CN;
  return nameIn(Array.isArray(name) ? name.at(-1) : name);
}
