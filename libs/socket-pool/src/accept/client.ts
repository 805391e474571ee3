import type { Socket } from 'node:net';
import type { Endpoint } from '@praktikum/protocol';

/** A client by the two ends of its connection, whoever has its socket. */
export interface Client {
  readonly remote: Endpoint;
  readonly local: Endpoint;
}

/** A client that was let in, with its socket, which has not been read from yet. */
export interface AcceptedClient extends Client {
  readonly socket: Socket;
}

/** @returns undefined when the peer reset the connection before it was accepted: it has no address any more */
export function acceptedClient(socket: Socket): AcceptedClient | undefined {
  const { remoteAddress, remotePort, localAddress, localPort } = socket;
  if (remoteAddress === undefined || remotePort === undefined) return void socket.destroy();
  socket.on('error', () => socket.destroy());
  return {
    socket,
    remote: { host: plainAddress(remoteAddress), port: remotePort },
    local: { host: plainAddress(localAddress ?? ''), port: localPort ?? 0 },
  };
}

/** A listener on `::` shows IPv4 peers as `::ffff:192.168.1.10`; people know them without. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}
