import type { Socket } from 'node:net';
import type { Endpoint } from '@praktikum/protocol';

/** A client by the far end of its connection, whoever has its socket. */
export interface Client {
  readonly remote: Endpoint;
  /** The name of the listener that it came in by. */
  readonly listener: string;
}

/** A client that a worker knows by a number. */
export interface NumberedClient extends Client {
  readonly id: number;
}

/** A client that was let in, with its socket, which has not been read from yet. */
export interface AcceptedClient extends Client {
  readonly socket: Socket;
}

/** @returns undefined when the peer reset the connection before it was accepted: it has no address any more */
export function acceptedClient(socket: Socket, listener: string): AcceptedClient | undefined {
  const { remoteAddress, remotePort } = socket;
  if (remoteAddress === undefined || remotePort === undefined) return void socket.destroy();
  socket.on('error', destroy);
  return { socket, remote: { host: plainAddress(remoteAddress), port: remotePort }, listener };
}

/** From now on its errors are its server's: before, there was nobody to tell. */
export function ownErrors(socket: Socket): void {
  socket.off('error', destroy);
}

function destroy(this: Socket): void {
  this.destroy();
}

/** A listener on `::` shows IPv4 peers as `::ffff:192.168.1.10`; people know them without. */
export function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}
